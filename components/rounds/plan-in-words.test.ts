import { expect, it } from 'vitest';
import { planInWords } from './plan-in-words';

const round = { documentIds: ['d'], coderIds: ['ann', 'ben', 'cem'], sample: null, dealt: null };

it('says nothing of a round that somebody put together by hand', () => {
  expect(planInWords(round)).toEqual([]);
});

it('says all that is needed to draw and deal again: seeds, strata, shares', () => {
  const strata = [
    { value: '', of: 4, drawn: 1 },
    { value: 'Kremlin', of: 16, drawn: 4 },
  ];
  const sample = { seed: 7, size: 5, by: 'office', fresh: true, strata };
  expect(planInWords({ ...round, sample, dealt: { perDocument: 2, seed: 9 } }, () => 'Office')).toEqual([
    '5 of 20 documents that had been in no round before were drawn at random (seed 7), stratified by Office in proportion: not said 1 of 4 and Kremlin 4 of 16.',
    'Each document was given to 2 of 3 coders, in equal shares (seed 9).',
  ]);
});
