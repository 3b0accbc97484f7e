import { describe, expect, it } from 'vitest';
import { boundaries } from './boundaries';
import { drawnDocument, drawnStudy, usualChoices } from './testing/drawn-study';

const { pairs, codes, together } = boundaries(
  drawnStudy([
    drawnDocument('d1', { ana: '{A|One two|A} three {B|four|B}.', ben: '{A|One two|A} three {B|four.|B}' }),
    drawnDocument('d2', { ana: '{A|Five|A} six.' }),
  ]),
  usualChoices,
);

describe('boundaries', () => {
  it('match passages over the documents that both coders finished', () => {
    expect(pairs).toMatchObject([
      { a: 'ana', b: 'ben', documents: 1, spansA: 2, spansB: 2, exactF1: { value: 0.5 }, iou50F1: { value: 1 } },
    ]);
  });

  it('have a unitizing alpha per code and one for all codes, 1 where the passages are the same', () => {
    expect(codes.map(({ codeId, alpha }) => [codeId, alpha.value === 1])).toEqual([
      ['A', true],
      ['B', false],
    ]);
    expect(together.uAlpha.value).toBeGreaterThan(0.9);
    expect(together.cuAlpha.value).toBe(1);
  });

  it('say that the codes together need passages that do not overlap', () => {
    const nested = drawnStudy([drawnDocument('d', { ana: '{A|One {B|two|B} three|A}.', ben: '{A|One two three|A}.' })]);
    const found = boundaries(nested, usualChoices);
    expect(found.together.uAlpha).toEqual({ value: null, reason: 'overlappingUnits' });
    expect(found.codes.find(({ codeId }) => codeId === 'A')?.alpha.value).toBe(1);
  });
});
