import { comparable, differences } from '@/lib/doctor/comparable';
import { examine, eyesOf, fromRows } from '@/lib/doctor/store';
import { stateOf } from '@/lib/door';
import { changesAfter, newestSeq } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import type { Coder } from './coder';

export type Verdict = { logged: number; acknowledged: number; refused: number; lost: number; doubled: number; faults: string[] };

/** Compares what every coder was told with what the log and the rows hold, and what every coder sees with both. */
export async function verdictOn(projectId: string, coders: { coder: Coder; by: Membership }[]): Promise<Verdict> {
  const times = await timesLogged(projectId);
  const accepted = coders.flatMap(({ coder }) => [...coder.seat.acknowledged]);
  const refused = coders.flatMap(({ coder }) => [...coder.seat.refused]);
  const { faults } = await examine(projectId);
  if (refused.some((id) => times.has(id))) faults.push('something that was refused is in the log');
  for (const { coder, by } of coders) {
    const rows = stateOf(await fromRows(await eyesOf(by)));
    await agreed(() => differences(rows, coder.state).length === 0);
    faults.push(...differences(rows, coder.state).map((fault) => `a coder’s screen: ${fault}`));
    if (comparable(coder.state).lists.codings!.length === 0) faults.push('a coder’s screen: empty');
  }
  return {
    logged: times.size,
    acknowledged: accepted.length,
    refused: refused.length,
    lost: accepted.filter((id) => !times.has(id)).length,
    doubled: [...times.values()].filter((n) => n > 1).length,
    faults,
  };
}

async function timesLogged(projectId: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const newest = await newestSeq(projectId);
  for (let after = 0n; after < newest; ) {
    const page = await changesAfter(projectId, after, 5_000);
    for (const { change } of page) times.set(change.id, (times.get(change.id) ?? 0) + 1);
    after = page.at(-1)?.seq ?? newest;
  }
  return times;
}

/** A stream may be connecting just now: it has some seconds to catch up. */
async function agreed(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !check(); tries++) await new Promise((again) => setTimeout(again, 200));
}
