import { comparable, differences } from '@/lib/doctor/comparable';
import { examine, eyesOf, fromRows } from '@/lib/doctor/store';
import { stateOf } from '@/lib/door';
import { maySeeChange } from '@/lib/door/store';
import { changesAfter, newestSeq, type Recorded } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';
import type { Coder } from './coder';

export type Verdict = {
  logged: number;
  acknowledged: number;
  refused: number;
  lost: number;
  doubled: number;
  /** Events that the streams brought, and pages that were opened. */
  heard: number;
  read: number;
  faults: string[];
};

/** A scripted person, and the number of the log after which their browser began to listen. */
export type Seated = { coder: Coder; by: Membership; begun: bigint };

/** Compares what every coder was told with what the log and the rows hold, and what every coder sees with both. */
export async function verdictOn(projectId: string, coders: Seated[]): Promise<Verdict> {
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
  for (const each of coders) faults.push(...(await gaps(each)), ...turnedAway(each));
  return {
    logged: times.size,
    acknowledged: accepted.length,
    refused: refused.length,
    lost: accepted.filter((id) => !times.has(id)).length,
    doubled: [...times.values()].filter((n) => n > 1).length,
    heard: coders.reduce((sum, { coder }) => sum + coder.seat.heard.length, 0),
    read: coders.flatMap(({ coder }) => coder.pages).filter(({ status }) => status === 200).length,
    faults,
  };
}

/** Cut and resumed as it was, a stream has to have brought each change once, in the log's order. */
async function gaps({ coder: { seat }, by, begun }: Seated): Promise<string[]> {
  const seal = await sealFor(by.projectId, by.userId);
  const logged = await logAfter(by.projectId, begun);
  const expected = logged.filter((each) => maySeeChange(by, seal, each)).map(({ change }) => change.id);
  await agreed(() => seat.heard.length >= expected.length);
  const at = expected.findIndex((id, i) => seat.heard[i] !== id);
  if (at >= 0) return [`a coder’s stream: a gap at event ${at} of ${expected.length}`];
  return seat.heard.length > expected.length ? ['a coder’s stream: more than the log holds'] : [];
}

/** A server in trouble says so or says nothing: it never tells a member that there is no such page, or to sign in. */
function turnedAway({ coder }: Seated): string[] {
  const wrong = coder.pages.filter(({ status }) => status !== null && status !== 200 && status < 500);
  return wrong.map(({ path, status }) => `a page was answered with ${status}: ${path}`);
}

async function logAfter(projectId: string, begun: bigint): Promise<Recorded[]> {
  const all: Recorded[] = [];
  const newest = await newestSeq(projectId);
  for (let after = begun; after < newest; ) {
    const page = await changesAfter(projectId, after, 5_000);
    all.push(...page);
    after = page.at(-1)?.seq ?? newest;
  }
  return all;
}

async function timesLogged(projectId: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const { change } of await logAfter(projectId, 0n)) times.set(change.id, (times.get(change.id) ?? 0) + 1);
  return times;
}

/** A stream may be connecting just now: it has some seconds to catch up. */
async function agreed(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !check(); tries++) await new Promise((again) => setTimeout(again, 200));
}
