import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastsMs, Roster, type Sign } from './presence';

const sign = (userId: string, documentId: string, set: Partial<Sign> = {}): Sign => ({
  userId,
  documentId,
  page: 'a page',
  here: true,
  ...set,
});

it('knows who is where, once however many pages they have open, until the last of these has gone', () => {
  const roster = new Roster();
  expect(roster.hear(sign('ann', 'first'), 0)).toBe(true);
  expect(roster.hear(sign('ann', 'first', { page: 'another' }), 0)).toBe(false);
  expect(roster.hear(sign('ben', 'first'), 0)).toBe(true);
  expect(roster.at(1)).toEqual([
    { userId: 'ann', documentId: 'first' },
    { userId: 'ben', documentId: 'first' },
  ]);
  expect(roster.hear(sign('ann', 'first', { here: false }), 1)).toBe(false);
  expect(roster.hear(sign('ann', 'first', { page: 'another', here: false }), 1)).toBe(true);
  expect(roster.at(1)).toEqual([{ userId: 'ben', documentId: 'first' }]);
});

it('takes a page that says nothing for gone, and one that goes on saying so for there', () => {
  const roster = new Roster();
  roster.hear(sign('ann', 'first'), 0);
  expect(roster.hear(sign('ann', 'first'), lastsMs - 1)).toBe(false);
  expect(roster.at(lastsMs + 1)).toHaveLength(1);
  expect(roster.at(2 * lastsMs)).toEqual([]);
});

it('holds no more for one person than they can have open, and nothing of anybody who has gone', () => {
  const roster = new Roster();
  for (let i = 0; i < 1_000; i++) roster.hear(sign('ann', `document ${i}`, { page: `page ${i}` }), 0);
  expect(roster.at(0)).toHaveLength(20);
  expect(roster.at(0)).toContainEqual({ userId: 'ann', documentId: 'document 999' });
});

it('says the same as the signs of the last moments read through from the start, in any order of coming and going', () => {
  const signs = fc.array(
    fc.record({
      userId: fc.constantFrom('ann', 'ben'),
      documentId: fc.constantFrom('first', 'second'),
      page: fc.constantFrom('x', 'y', 'z'),
      here: fc.boolean(),
      after: fc.nat(lastsMs),
    }),
  );
  fc.assert(
    fc.property(signs, (heard) => {
      const roster = new Roster();
      const latest = new Map<string, { sign: Sign; at: number }>();
      let now = 0;
      for (const { after, ...each } of heard) {
        now += after;
        roster.hear(each, now);
        latest.set(`${each.userId} ${each.page}`, { sign: each, at: now });
      }
      const living = [...latest.values()].filter(({ sign: { here }, at }) => here && at + lastsMs > now);
      const expected = new Set(living.map(({ sign: { userId, documentId } }) => `${userId} in ${documentId}`));
      const said = roster.at(now).map(({ userId, documentId }) => `${userId} in ${documentId}`);
      expect(said).toHaveLength(expected.size);
      expect(new Set(said)).toEqual(expected);
    }),
  );
});
