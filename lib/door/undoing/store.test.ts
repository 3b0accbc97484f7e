import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { examine } from '@/lib/doctor/store';
import { emptyHistory, inverseOf, remember, type KindName } from '@/lib/door';
import type { Change } from '@/lib/log';
import { changesBy } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { fromDatabase } from '@/lib/testing/snapshot';
import { code, coding, document, joined, person, project } from '@/prisma/builders';
import { run } from '../store';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';
let [owner, ann, ben]: Membership[] = [] as never;
let [blame, calm]: string[] = [] as never;
let documentId: string;

beforeEach(async () => {
  owner = await project(await person({ name: 'Olga' }));
  ann = await joined(owner, await person({ name: 'Ann' }), 'owner');
  ben = await joined(owner, await person({ name: 'Ben' }), 'coder');
  [blame, calm] = [
    await code(owner, { name: 'Blame', definition: 'Names a culprit.' }),
    await code(owner, { name: 'Calm' }),
  ];
  documentId = await document(owner, { text });
});

async function did(by: Membership, kind: KindName, body: unknown): Promise<Change> {
  return (await run(by, { id: randomUUID(), kind, body })).change;
}

async function takeBack(by: Membership, change: Change): Promise<Change> {
  return (await run(by, { id: randomUUID(), ...inverseOf(change)!, undoes: change.id })).change;
}

/** The newest step of one's own, as a browser that has just been opened finds it. */
async function newestStep(by: Membership, which: 'undo' | 'redo' = 'undo'): Promise<Change[]> {
  const own = await changesBy(by.projectId, by.userId);
  return own.reduce(remember, emptyHistory)[which].at(-1)!;
}

const edit = (by: Membership, set: object, id = blame) => did(by, 'code.edit', { id, set });
const definition = async (id = blame) => (await fromDatabase(owner!)).codes.find((each) => each.id === id)?.definition;

describe('taking back', () => {
  it('is refused where somebody else has changed the same since, naming who and what; theirs stands', async () => {
    const mine = await edit(owner!, { definition: 'Mine.' });
    await edit(ann!, { definition: 'Hers.' });
    await expect(takeBack(owner!, mine)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Ann has changed the definition of “Blame” since\./),
    });
    expect(await definition()).toBe('Hers.');
  });

  it('is done where they changed something else, or have taken theirs back', async () => {
    const mine = await edit(owner!, { definition: 'Mine.' });
    await edit(ann!, { useWhen: 'Hers.' });
    await edit(ann!, { definition: 'Hers.' }, calm);
    await takeBack(ann!, await edit(ann!, { definition: 'Hers.' }));
    await takeBack(owner!, mine);
    expect(await definition()).toBe('Names a culprit.');
  });

  it('of an old text would not bring back a code that somebody merged away: that is refused, too', async () => {
    const mine = await edit(owner!, { definition: 'Mine.' }, calm);
    await did(ann!, 'code.merge', { id: blame, into: calm, rules: true, examples: false });
    await expect(takeBack(owner!, mine)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ann'),
    });
    expect(await definition(calm)).toBe('Mine.\n\nNames a culprit.');
  });

  it('goes by the same rule for the project’s settings, its documents and their attributes', async () => {
    const attribute = { id: randomUUID(), key: 'venue', name: 'Venue', type: 'text', options: [], position: 0 };
    const acts = (name: string): [KindName, unknown][] => [
      ['project.edit', { set: { title: name } }],
      ['document.edit', { id: documentId, set: { title: name } }],
      ['attribute.set', { ...attribute, name }],
    ];
    const mine = [];
    for (const [kind, body] of acts('Mine')) mine.push(await did(owner!, kind, body));
    for (const [kind, body] of acts('Hers')) await did(ann!, kind, body);
    for (const change of mine)
      await expect(takeBack(owner!, change)).rejects.toMatchObject({
        message: expect.stringMatching(/^Ann has changed /),
      });
    const { project: settings, documents, attributes } = await fromDatabase(owner!);
    expect([settings.title, documents[0]!.title, attributes[0]!.name]).toEqual(['Hers', 'Hers', 'Hers']);
  });

  it('is refused to all but the coder for what was done to codings, and open to whoever may edit codes for the rest', async () => {
    const id = await coding(ben!, { documentId, codeId: blame!, text, quote: 'restraint' });
    const own = (await changesBy(ben!.projectId, ben!.userId)).at(-1)!;
    await expect(takeBack(owner!, own)).rejects.toMatchObject({ code: 'not-found' });
    await takeBack(ann!, await edit(owner!, { definition: 'Mine.' }));
    expect(await definition()).toBe('Names a culprit.');
    expect((await fromDatabase(ben!)).codings.map((each) => each.id)).toEqual([id]);
  });

  it('of a retry that was accepted answers as before, whatever others did since', async () => {
    const mine = await edit(owner!, { definition: 'Mine.' });
    const request = { id: randomUUID(), ...inverseOf(mine)!, undoes: mine.id };
    const first = await run(owner!, request);
    await edit(ann!, { definition: 'Hers.' });
    expect(await run(owner!, request)).toEqual(first);
    expect(await definition()).toBe('Hers.');
  });

  it('at the same moment as another’s edit never overwrites it: one comes first, or the undo is refused', async () => {
    for (let round = 0; round < 12; round++) {
      const mine = await edit(owner!, { definition: `Mine ${round}.` });
      const [back] = await Promise.allSettled([takeBack(owner!, mine), edit(ann!, { definition: `Hers ${round}.` })]);
      if (back.status === 'rejected') expect(back.reason).toMatchObject({ name: 'Refusal' });
      expect(await definition()).toBe(`Hers ${round}.`);
    }
    expect((await examine(owner!.projectId)).faults).toEqual([]);
  });

  it('finds a gesture whole after a reload, however many changes it has', async () => {
    const step = randomUUID();
    const request = (n: number) => ({
      id: randomUUID(),
      documentId,
      codeId: n % 2 ? blame : calm,
      start: n >> 1,
      end: (n >> 1) + 1,
      quote: text[n >> 1]!,
    });
    const placed = Array.from({ length: text.length * 2 }, (_, n) => request(n)).filter(
      ({ quote }) => quote.trim() !== '',
    );
    for (let n = 0; placed.length < 230; n++)
      placed.push({ ...request(0), start: n, end: n + 2, quote: text.slice(n, n + 2) });
    for (const body of placed) await run(ben!, { id: randomUUID(), kind: 'coding.add', body, step });
    expect((await newestStep(ben!)).length).toBe(placed.length);
  });
});

/** One edit of the codebook; all of them can be taken back. */
const act = fc.record({
  what: fc.constantFrom('edit', 'look', 'move', 'archive', 'delete', 'add', 'merge'),
  a: fc.nat(9),
  b: fc.nat(9),
});

describe('undo and redo over reloads', () => {
  it('come back to where they were, for any edits of the codebook', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        const by = await project(await person());
        for (const name of ['A', 'B', 'C']) await code(by, { name });
        const start = (await changesBy(by.projectId, by.userId)).length;
        const states = [await meaningful(by)];
        for (const each of acts) if (await play(by, each)) states.push(await meaningful(by));
        for (const state of states.slice(0, -1).reverse()) {
          for (const change of (await newestStep(by)).toReversed()) await takeBack(by, change);
          expect(await meaningful(by)).toEqual(state);
        }
        for (const state of states.slice(1)) {
          for (const change of (await newestStep(by, 'redo')).toReversed()) await takeBack(by, change);
          expect(await meaningful(by)).toEqual(state);
        }
        expect((await changesBy(by.projectId, by.userId)).length).toBe(start + 3 * (states.length - 1));
        expect((await examine(by.projectId)).faults).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

/**
 * All but the numbers of versions, which only grow, and places among siblings: a code that comes back after its siblings
 * were numbered anew may stand beside its former place.
 */
async function meaningful(by: Membership): Promise<unknown> {
  const codes = (await fromDatabase(by)).codes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return codes.map(({ position: _, version: __, ...rest }) => rest);
}

async function play(by: Membership, { what, a, b }: { what: string; a: number; b: number }): Promise<boolean> {
  const codes = (await fromDatabase(by)).codes.toSorted((x, y) => (x.id < y.id ? -1 : 1));
  const [some, other] = [codes[a % codes.length], codes[b % codes.length]];
  const id = some?.id;
  const fresh = {
    id: randomUUID(),
    parentId: null,
    color: '#000000',
    shortcut: null,
    definition: '',
    useWhen: '',
    avoidWhen: '',
    examples: [],
  };
  const asked: Record<string, [KindName, unknown]> = {
    edit: ['code.edit', { id, set: { definition: `Meaning ${b}`, useWhen: `When ${a}` } }],
    look: ['code.edit', { id, set: { color: `#00000${b}` } }],
    move: ['code.move', { id, parentId: other?.id ?? null, index: b % 3 }],
    archive: ['code.archive', { id, archived: !some?.archived }],
    delete: ['code.delete', { id }],
    add: ['code.add', { ...fresh, name: `Code ${a} ${b}` }],
    merge: ['code.merge', { id, into: other?.id, rules: a % 2 === 0, examples: false }],
  };
  const [kind, body] = asked[what]!;
  return did(by, kind, body).then(
    () => true,
    (error: Error) => {
      if (error.name !== 'Refusal') throw error;
      return false;
    },
  );
}
