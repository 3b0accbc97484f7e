import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { forUndo, inverseOf, stateOf } from '@/lib/door';
import { purge } from '@/lib/door/purge/store';
import { run } from '@/lib/door/store';
import type { Change } from '@/lib/log';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { resemblance, sketchOf } from '@/lib/text';
import { change, document, joined, person, project } from '@/prisma/builders';
import { readText } from '../store';
import { dropStaged, readSketches, stage } from './store';

useFreshDatabase();

let owner: Membership;

beforeEach(async () => {
  owner = await project(await person());
});

const statements = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    title: `Statement ${n}`,
    text: `Words of statement ${n}.\n\nMore of them.`,
    attributes: {},
  }));

function importing(importId: string, count: number, by = owner) {
  return run(by, { id: randomUUID(), kind: 'document.import', body: { importId, source: 'statements.csv', count } });
}

function takeBack({ change: undone }: { change: Change }) {
  return run(owner, { id: randomUUID(), ...inverseOf(forUndo(undone))!, undoes: undone.id });
}

async function titles() {
  return (await fromDatabase(owner)).documents.map(({ title }) => title).sort();
}

async function expectOneTruth() {
  expect(comparable(await fromLog(owner))).toEqual(comparable(stateOf(await fromDatabase(owner))));
}

describe('an import', () => {
  it('shows nobody anything while it is sent, then all of it as one change, cut as a single document would be', async () => {
    const [by, all] = [{ ...owner, importId: randomUUID() }, statements(30)];
    await stage(by, all.slice(0, 20), 0);
    await stage(by, all.slice(0, 20), 0);
    await stage(by, all.slice(20), 20);
    expect(await titles()).toEqual([]);
    const recorded = await importing(by.importId, 30);
    expect((recorded.change.body as { documents: { id: string }[] }).documents.map(({ id }) => id)).toEqual(
      all.map(({ id }) => id),
    );
    const single = await document(owner, { text: all[3]!.text });
    const [bulk, alone] = await Promise.all([all[3]!.id, single].map((id) => readText(owner.projectId, id)));
    expect(bulk!.blocks).toEqual(alone!.blocks);
    expect(await db().staged.count({ where: { projectId: owner.projectId } })).toBe(0);
    await expectOneTruth();
  });

  it('is taken back and done again whole, from what a browser keeps of it', async () => {
    const by = { ...owner, importId: randomUUID() };
    await stage(by, statements(5), 0);
    const made = await importing(by.importId, 5);
    const before = await titles();
    const withdrawn = await takeBack(made);
    expect(await titles()).toEqual([]);
    await expectOneTruth();
    const back = await takeBack(withdrawn);
    expect(await titles()).toEqual(before);
    await takeBack(back);
    expect(await titles()).toEqual([]);
    await expectOneTruth();
  });

  it('that did not arrive whole, holds a value that does not fit, or an id that is taken, adds nothing at all', async () => {
    const by = { ...owner, importId: randomUUID() };
    await stage(by, statements(4), 0);
    await expect(importing(by.importId, 5)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching('Of 5 documents 4 arrived'),
    });
    await change(owner, 'attribute.set', {
      id: randomUUID(),
      key: 'date',
      name: 'Date',
      type: 'date',
      options: [],
      position: 0,
      required: true,
    });
    await expect(importing(by.importId, 4)).rejects.toThrow('“Statement 0” has no “Date”');
    const taken = await document(owner, { text: 'x', attributes: { date: '2023' } });
    const again = { ...owner, importId: randomUUID() };
    const [first, second] = statements(2).map((each) => ({ ...each, attributes: { date: '2023' } }));
    await stage(again, [first!, { ...second!, id: taken }], 0);
    await expect(importing(again.importId, 2)).rejects.toMatchObject({ code: 'conflict' });
    expect(await titles()).toEqual(['A statement']);
  });

  it('of 5,000 documents with a fault in the 4,999th leaves nothing, and comes in whole without it', async () => {
    const [by, all] = [{ ...owner, importId: randomUUID() }, statements(5_000)];
    const entries = () => db().change.count({ where: { projectId: owner.projectId } });
    const id = (await document(owner, { text: 'x' })) as (typeof all)[0]['id'];
    const taken = all.with(4_998, { ...all[4_998]!, id });
    for (let first = 0; first < taken.length; first += 500) await stage(by, taken.slice(first, first + 500), first);
    const before = await entries();
    await expect(importing(by.importId, 5_000)).rejects.toMatchObject({ code: 'conflict' });
    expect([await titles(), await entries()]).toEqual([['A statement'], before]);
    expect(await db().documentText.count({ where: { projectId: owner.projectId } })).toBe(1);
    await db().staged.deleteMany({ where: { importId: by.importId, place: 4_998 } });
    await stage(by, [all[4_998]!], 4_998);
    await importing(by.importId, 5_000);
    expect([(await titles()).length, await entries()]).toEqual([5_001, before + 1]);
  }, 60_000);

  it('names the document that cannot be stored', async () => {
    const [fine, broken] = statements(2);
    const by = { ...owner, importId: randomUUID() };
    await expect(stage(by, [fine!, { ...broken!, text: 'a\0b' }], 0)).rejects.toThrow('“Statement 1”: ');
  });

  it('belongs to whoever sent it: nobody else brings it in or drops it', async () => {
    const other = await joined(owner, await person(), 'adjudicator');
    const by = { ...owner, importId: randomUUID() };
    await stage(by, statements(2), 0);
    await expect(importing(by.importId, 2, other)).rejects.toThrow('0 arrived');
    await dropStaged({ ...other, importId: by.importId });
    await importing(by.importId, 2);
    expect((await titles()).length).toBe(2);
  });

  it('that was cancelled or left behind goes without a trace', async () => {
    const [cancelled, left] = [
      { ...owner, importId: randomUUID() },
      { ...owner, importId: randomUUID() },
    ];
    await stage(cancelled, statements(2), 0);
    await dropStaged(cancelled);
    await stage(left, statements(2), 0);
    await purge(new Date(Date.now() + 2 * 86_400_000));
    expect(await db().staged.count({ where: { projectId: owner.projectId } })).toBe(0);
    expect(await titles()).toEqual([]);
  });

  it('is not taken back while one of its documents is in an open round', async () => {
    const [by, all] = [{ ...owner, importId: randomUUID() }, statements(2)];
    await stage(by, all, 0);
    const made = await importing(by.importId, 2);
    await change(owner, 'round.open', {
      id: randomUUID(),
      title: 'R',
      documentIds: [all[0]!.id],
      coderIds: [owner.userId],
    });
    await expect(takeBack(made)).rejects.toThrow('open round');
    expect((await titles()).length).toBe(2);
  });
});

it('sketches every text that is in the project, once, and none that is deleted', async () => {
  const texts = [
    'The minister spoke of stability in the region and of restraint.',
    'A quite different text about something else altogether.',
  ];
  const ids = await Promise.all(texts.map((text) => document(owner, { text })));
  const gone = await document(owner, { text: 'Gone.' });
  await change(owner, 'document.delete', { id: gone });
  for (const sketches of [await readSketches(owner.projectId), await readSketches(owner.projectId)]) {
    expect(Object.keys(sketches).sort()).toEqual([...ids].sort());
    for (const [n, id] of ids.entries()) expect(resemblance(sketches[id]!, sketchOf(texts[n]!))).toBe(1);
  }
});
