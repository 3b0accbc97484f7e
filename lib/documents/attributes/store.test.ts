import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { inverseOf } from '@/lib/door';
import { run } from '@/lib/door/store';
import type { Change } from '@/lib/log';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { stateOf } from '@/lib/door';
import { change, document, joined, person, project } from '@/prisma/builders';
import { templates } from '../templates';

useFreshDatabase();

let owner: Membership;
const audience = {
  id: '',
  key: 'audience',
  name: 'Audience',
  type: 'many-of' as const,
  options: ['Press', 'Public'],
  position: 1,
};
const date = { id: '', key: 'date', name: 'Date', type: 'date' as const, options: [], position: 0 };

beforeEach(async () => {
  owner = await project(await person());
  for (const each of [date, audience]) await change(owner, 'attribute.set', { ...each, id: (each.id = randomUUID()) });
});

async function valuesOf(id: string) {
  return (await fromDatabase(owner)).documents.find((each) => each.id === id)?.attributes;
}

function describing(documents: { id: string; set?: object; values?: Record<string, string> }[]) {
  const body = { documents: documents.map((each) => ({ set: {}, values: {}, ...each })) };
  return run(owner, { id: randomUUID(), kind: 'document.describe', body });
}

function takeBack({ change: undone }: { change: Change }) {
  return run(owner, { id: randomUUID(), ...inverseOf(undone)!, undoes: undone.id });
}

describe('a value', () => {
  it.each([
    ['spring', 'date', 'Write the date as'],
    ['2023-03-09T14:30', 'date', 'zone'],
    ['Friends', 'audience', 'none of “Press”, “Public”'],
  ])('“%s” of %s is refused on every way in, naming document, attribute and the way out', async (value, key, way) => {
    const values = { [key]: value };
    const refused = {
      name: 'Refusal',
      code: 'invalid',
      message: expect.stringMatching(new RegExp(`“A statement”.*“${value}”.*${way}`)),
    };
    await expect(document(owner, { text: 'x', attributes: values })).rejects.toMatchObject(refused);
    const id = await document(owner, { text: 'x' });
    await expect(change(owner, 'document.edit', { id, set: { attributes: values } })).rejects.toMatchObject(refused);
    await expect(describing([{ id, values }])).rejects.toMatchObject(refused);
    expect(await valuesOf(id)).toEqual({});
  });

  it('that is required must be there when a document comes in, and cannot be taken away', async () => {
    const early = await document(owner, { text: 'x' });
    await change(owner, 'attribute.set', { ...date, required: true });
    await expect(document(owner, { text: 'x' })).rejects.toThrow('required');
    const id = await document(owner, { text: 'x', attributes: { date: '2023' } });
    await expect(describing([{ id, values: { date: '' } }])).rejects.toThrow('required');
    await describing([{ id: early, set: { title: 'Described though it has none' } }]);
  });
});

describe('a definition', () => {
  it('cannot change so that values no longer fit: neither its type nor its options, nor after it was removed', async () => {
    const id = await document(owner, { text: 'x', attributes: { audience: 'Press' } });
    for (const misfit of [
      { ...audience, options: ['Public'] },
      { ...audience, type: 'date' as const, options: [] },
    ]) {
      await expect(change(owner, 'attribute.set', misfit)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(/“A statement” is “Press”/),
      });
    }
    await change(owner, 'attribute.remove', { id: audience.id });
    await expect(change(owner, 'attribute.set', { ...audience, type: 'number', options: [] })).rejects.toThrow(
      'as text',
    );
    await change(owner, 'attribute.set', { ...audience, type: 'text', options: [] });
    expect(await valuesOf(id)).toEqual({ audience: 'Press' });
  });

  it('that could not be chosen from is refused', async () => {
    await expect(change(owner, 'attribute.set', { ...audience, options: [] })).rejects.toThrow('options');
    await expect(change(owner, 'attribute.set', { ...audience, options: ['a; b'] })).rejects.toThrow('semicolon');
    await expect(change(owner, 'attribute.set', { ...audience, options: ['a', 'a'] })).rejects.toThrow('once');
  });

  it('is the same in the rows and in the log, whatever it says', async () => {
    await change(owner, 'attribute.set', { ...date, required: true, labels: ['Date', 'Дата'], property: 'date' });
    await change(owner, 'attribute.set', { ...audience, required: false, labels: [] });
    expect(comparable(await fromLog(owner))).toEqual(comparable(stateOf(await fromDatabase(owner))));
  });

  it('of every template is accepted', async () => {
    for (const { attributes } of templates) {
      const fresh = await project(await person());
      for (const [position, { options, ...rest }] of attributes.entries()) {
        await change(fresh, 'attribute.set', { ...rest, id: randomUUID(), options: [...options], position });
      }
      expect((await fromDatabase(fresh)).attributes.length).toBe(attributes.length);
    }
  });
});

describe('describing many documents', () => {
  it('is one step: all of it is stored and taken back, or none of it', async () => {
    const ids = [
      await document(owner, { text: 'x', attributes: { date: '2021' } }),
      await document(owner, { text: 'y' }),
    ];
    const [a, b] = ids as [string, string];
    const described = await describing([
      { id: a, set: { title: 'First', language: 'ru' }, values: { date: '2022', audience: 'Press' } },
      { id: b, values: { date: '2023' } },
    ]);
    expect([await valuesOf(a), await valuesOf(b)]).toEqual([{ date: '2022', audience: 'Press' }, { date: '2023' }]);
    expect(comparable(await fromLog(owner))).toEqual(comparable(stateOf(await fromDatabase(owner))));
    await expect(
      describing([
        { id: a, values: { date: '2024' } },
        { id: b, values: { date: 'never' } },
      ]),
    ).rejects.toThrow('never');
    expect(await valuesOf(a)).toEqual({ date: '2022', audience: 'Press' });
    await takeBack(described);
    expect([await valuesOf(a), await valuesOf(b)]).toEqual([{ date: '2021' }, {}]);
    expect((await fromDatabase(owner)).documents.find(({ id }) => id === a)).toMatchObject({
      title: 'A statement',
      language: null,
    });
    expect(comparable(await fromLog(owner))).toEqual(comparable(stateOf(await fromDatabase(owner))));
  });

  it('is not taken back over what somebody else said of the same attribute since, but over what they said of another', async () => {
    const other = await joined(owner, await person({ name: 'Ada' }), 'adjudicator');
    const id = await document(owner, { text: 'x' });
    const [byDate, byAudience] = [
      await describing([{ id, values: { date: '2022' } }]),
      await describing([{ id, values: { audience: 'Press' } }]),
    ];
    await change(other, 'document.describe', { documents: [{ id, set: {}, values: { date: '2023' } }] });
    await expect(takeBack(byDate)).rejects.toThrow('Ada has changed the attribute “date” of “A statement” since');
    await takeBack(byAudience);
    expect(await valuesOf(id)).toEqual({ date: '2023' });
  });

  it('refuses a document that is named twice, or is not there', async () => {
    const id = await document(owner, { text: 'x' });
    await expect(describing([{ id }, { id }])).rejects.toThrow('once');
    await expect(describing([{ id: randomUUID() }])).rejects.toMatchObject({ code: 'not-found' });
  });
});
