import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign';

const names = (prefix: string, length: number) =>
  Array.from({ length }, (_, at) => `${prefix}${String(at).padStart(2, '0')}`);

const asked = fc.integer({ min: 1, max: 9 }).chain((coders) =>
  fc.record({
    documentIds: fc.integer({ min: 1, max: 40 }).map((length) => names('d', length)),
    coderIds: fc.constant(names('c', coders)),
    perDocument: fc.integer({ min: 1, max: coders }),
    seed: fc.integer(),
  }),
);

/** How often each of some things happened: the most often less the least often. */
function spread(counts: number[]): number {
  return Math.max(...counts) - Math.min(...counts);
}

function meetings(groups: string[][], coderIds: readonly string[]): number[] {
  return coderIds.flatMap((one, at) =>
    coderIds
      .slice(at + 1)
      .map((other) => groups.filter((group) => group.includes(one) && group.includes(other)).length),
  );
}

describe('an assignment', () => {
  it('gives each document to as many different coders as asked for, and no coder more than one document more than another', () => {
    fc.assert(
      fc.property(asked, ({ documentIds, coderIds, ...dealt }) => {
        const groups = Object.values(assign({ documentIds, coderIds }, dealt));
        expect(groups).toHaveLength(documentIds.length);
        for (const group of groups) expect(new Set(group).size).toBe(dealt.perDocument);
        const loads = coderIds.map((coder) => groups.filter((group) => group.includes(coder)).length);
        expect(spread(loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same again for the same seed, however documents and coders are listed', () => {
    fc.assert(
      fc.property(asked, ({ documentIds, coderIds, ...dealt }) => {
        const given = assign({ documentIds, coderIds }, dealt);
        expect(assign({ documentIds: documentIds.toReversed(), coderIds: coderIds.toReversed() }, dealt)).toEqual(
          given,
        );
        expect(Object.keys(given)).toEqual(documentIds);
      }),
    );
  });

  it('of two coders a document lets no pair meet more than once more often than another; of three, twice', () => {
    fc.assert(
      fc.property(asked, ({ documentIds, coderIds, seed }) => {
        for (const perDocument of [2, 3].filter((size) => size <= coderIds.length && coderIds.length > 1)) {
          const groups = Object.values(assign({ documentIds, coderIds }, { perDocument, seed }));
          expect(spread(meetings(groups, coderIds))).toBeLessThanOrEqual(perDocument - 1);
        }
      }),
    );
  });

  it('differs from seed to seed, and prefers no pair over many', () => {
    const study = { documentIds: names('d', 3), coderIds: names('c', 4) };
    const total = [0, 0, 0, 0, 0, 0];
    for (let seed = 0; seed < 2_000; seed += 1) {
      const groups = Object.values(assign(study, { perDocument: 2, seed }));
      meetings(groups, study.coderIds).forEach((times, pair) => (total[pair]! += times));
    }
    for (const times of total) expect(Math.abs(times - 1_000)).toBeLessThan(120);
  });

  it('to everyone is all to all, and to more than there are is a mistake', () => {
    expect(assign({ documentIds: ['d'], coderIds: ['b', 'a'] }, { perDocument: 2, seed: 1 })).toEqual({
      d: ['a', 'b'],
    });
    expect(() => assign({ documentIds: ['d'], coderIds: ['a'] }, { perDocument: 2, seed: 1 })).toThrow('too few');
  });
});
