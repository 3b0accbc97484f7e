import { expect, it } from 'vitest';
import { distinct, inCodebook, rejected, toggled, undisputed } from './decision';
import { addressOf, pageOf, passageAt, perPage, type Lane, type Part } from './queue';

function part(codeId: string, start: number, end: number): Part {
  return { codeId, start, end, quote: 'x'.repeat(end - start) };
}

function lane(letter: string, parts: Part[], finished = true): Lane {
  return { letter, name: null, finished, codings: parts.map((each) => ({ ...each, memo: `by ${letter}` })) };
}

const lanes = [
  lane('A', [part('order', 0, 5), part('blame', 2, 9)]),
  lane('B', [part('order', 0, 5), part('bread', 0, 9)]),
  lane('C', [part('status', 0, 9)], false),
];

it('takes what two coders put alike for one part, without anybody’s memo', () => {
  expect(distinct(lanes.flatMap(({ codings }) => codings))).toEqual([
    part('bread', 0, 9),
    part('status', 0, 9),
    part('order', 0, 5),
    part('blame', 2, 9),
  ]);
});

it('ticks and unticks', () => {
  const once = toggled([], part('order', 0, 5));
  expect(once).toEqual([part('order', 0, 5)]);
  expect(toggled(once, part('order', 0, 6))).toHaveLength(2);
  expect(toggled(once, part('order', 0, 5))).toEqual([]);
});

it('begins with what everybody who finished said alike', () => {
  expect(undisputed(lanes)).toEqual([part('order', 0, 5)]);
  expect(undisputed([])).toEqual([]);
});

it('knows which codes a decision leaves out, and which can no longer be decided for', () => {
  expect(rejected(lanes, [part('order', 0, 9)]).map(({ codeId }) => codeId)).toEqual(['bread', 'status', 'blame']);
  expect(inCodebook([part('order', 0, 5), part('gone', 0, 5)], new Set(['order']))).toEqual([part('order', 0, 5)]);
});

it('carries a passage in an address, and takes anything else for none', () => {
  const passage = { documentId: '0198c0de-0000-7000-8000-000000000001', start: 3, end: 19 };
  expect(passageAt(addressOf(passage))).toEqual(passage);
  for (const other of [undefined, '', 'x.1-2', `${passage.documentId}.1`, `${passage.documentId}.1-2-3`])
    expect(passageAt(other)).toBeNull();
});

it('opens the page that holds the passage asked for, and never one that is not there', () => {
  const all = Array.from({ length: perPage + 5 }, (_, i) => ({ documentId: 'd', start: 10 * i, end: 10 * i + 9 }));
  expect(pageOf(all, { page: 1, at: { documentId: 'd', start: 10 * perPage, end: 10 * perPage + 3 } })).toEqual({
    first: perPage,
    here: 2,
  });
  expect(pageOf(all, { page: 99, at: null }).here).toBe(2);
  expect(pageOf([], { page: -3, at: null })).toEqual({ first: 0, here: 1 });
});
