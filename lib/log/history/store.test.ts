import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { inverseOf } from '@/lib/door';
import { run } from '@/lib/door/store';
import type { Change } from '@/lib/log';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { changesAfter, type Recorded } from '../store';
import { changesBefore, undoneAmong, type LogEyes, type LogFilter } from './store';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';
let [owner, ben, cem]: Membership[] = [] as never;
let [blame, calm]: string[] = [] as never;
let documents: string[];
let log: Recorded[];

beforeEach(async () => {
  owner = await project(await person());
  [ben, cem] = [await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'coder')];
  documents = [await document(owner, { text }), await document(owner, { text })];
  [blame, calm] = [await code(owner, { name: 'Blame' }), await code(owner, { name: 'Calm' })];
  for (const by of [ben, cem]) {
    for (const documentId of documents) {
      const id = await coding(by, { documentId, codeId: blame!, text, quote: 'restraint' });
      await change(by, 'coding.edit', { id, set: { memo: 'why' } });
      await change(by, 'coding.edit', { id, set: { codeId: calm! } });
      await change(by, 'finished.set', { documentId, finished: true });
    }
  }
  await change(owner, 'code.move', { id: calm!, parentId: null, index: 0 });
  log = await changesAfter(owner.projectId, 0n, 1_000);
});

const open: LogEyes = { viewerId: randomUUID(), sealedDocuments: [], open: [] };

async function found(filter: LogFilter, eyes = open): Promise<bigint[]> {
  const page = { projectId: owner!.projectId, before: null, limit: 1_000 };
  return (await changesBefore(page, eyes, filter)).map(({ seq }) => seq);
}

/** The same found by reading the whole log. */
function expected(fits: (each: Recorded) => boolean): bigint[] {
  return log
    .filter(fits)
    .map(({ seq }) => seq)
    .reverse();
}

const names =
  (id: string) =>
  ({ change: { body } }: Recorded) => {
    const { positions: _, ...said } = body as Record<string, unknown>;
    return JSON.stringify(said).includes(id);
  };

it('finds the changes of a person, of a kind, of a document and of a code, alone and together', async () => {
  const [first] = documents;
  expect(await found({ actorId: ben!.userId })).toEqual(expected(({ change: { actorId } }) => actorId === ben!.userId));
  expect(await found({ kind: 'coding.edit' })).toEqual(expected(({ change: { kind } }) => kind === 'coding.edit'));
  expect(await found({ about: [first!] })).toEqual(expected(names(first!)));
  expect(await found({ about: [blame!] })).toEqual(expected(names(blame!)));
  const both = (each: Recorded) => names(first!)(each) && names(blame!)(each);
  expect(await found({ about: [first!, blame!], actorId: ben!.userId })).toEqual(
    expected((each) => both(each) && each.change.actorId === ben!.userId),
  );
  expect(await found({ about: [first!, blame!], kind: 'coding.edit' })).toHaveLength(4);
});

it('takes no code for changed whose siblings were numbered anew, and knows whose memo a memo is', async () => {
  const kinds = async (id: string) => {
    const page = { projectId: owner!.projectId, before: null, limit: 1_000 };
    return new Set((await changesBefore(page, open, { about: [id] })).map(({ change: { kind } }) => kind));
  };
  expect([await kinds(blame!), await kinds(calm!)]).toEqual([
    new Set(['code.add', 'coding.add', 'coding.edit']),
    new Set(['code.add', 'coding.edit', 'code.move']),
  ]);
});

it('finds what was done between two times, whatever the order in which transactions began', async () => {
  const times = log.map(({ change: { at } }) => at).sort();
  for (const [from, until] of [
    [times[3]!, times.at(-4)!],
    [times[0]!, times[5]!],
  ] as const) {
    expect(await found({ from, until })).toEqual(expected(({ change: { at } }) => at >= from && at < until));
  }
  expect(await found({ from: '2999-01-01T00:00:00Z' })).toEqual([]);
});

it('passes over what is sealed, and with it nothing else: marks are open to whoever may see them', async () => {
  const eyes = { viewerId: ben!.userId, sealedDocuments: [documents[0]!], open: [] };
  const sees = ({ subject }: Recorded) =>
    subject === null || subject.coderId === ben!.userId || subject.documentId !== documents[0];
  expect(await found({}, eyes)).toEqual(expected(sees));
  const isMark = ({ change: { kind } }: Recorded) => kind === 'finished.set';
  expect(await found({}, { ...eyes, open: ['finished.set'] })).toEqual(expected((each) => sees(each) || isMark(each)));
});

it('goes on page by page without missing or repeating a change', async () => {
  const seen: bigint[] = [];
  for (let before: bigint | null = null, more = true; more;) {
    const page = await changesBefore({ projectId: owner!.projectId, before, limit: 4 }, open, { about: [calm!] });
    seen.push(...page.map(({ seq }) => seq));
    [before, more] = [page.at(-1)?.seq ?? before, page.length === 4];
  }
  expect(seen).toEqual(await found({ about: [calm!] }));
});

it('knows what stands taken back, undone and done again to and fro', async () => {
  const takeBack = async (of: Change) =>
    (await run(owner!, { id: randomUUID(), ...inverseOf(of)!, undoes: of.id })).change;
  const { change: first } = await run(owner!, {
    id: randomUUID(),
    kind: 'code.edit',
    body: { id: blame, set: { name: 'Guilt' } },
  });
  const standing: boolean[] = [];
  for (let [n, last] = [0, first]; n < 4; n++) {
    standing.push((await undoneAmong(owner!.projectId, [first.id])).length === 0);
    last = await takeBack(last);
  }
  expect(standing).toEqual([true, false, true, false]);
});
