import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences';
import { disputes } from './disputes';
import { report } from './report';
import type { Choices, ReportInput } from './report-shape';
import { drawnDocument, drawnStudy, usualChoices } from './testing/drawn-study';
import { randomStudy } from './testing/random-study';

const study = drawnStudy([
  drawnDocument('d1', {
    ana: '{A|a.|A} b. {B|c.|B} d. {A|e.|A} f.',
    ben: '{A|a.|A} b. {A|c.|A} d. e. f.',
    chi: '{A|a.|A} b. {B|c.|B} d. e. {A|f.|A}',
  }),
]);

const random = fc.integer({ min: 1, max: 50 }).map((seed): ReportInput => shuffled(randomStudy(), seed));
const levels = fc.constantFrom('word', 'sentence', 'paragraph', 'document');

/** Takes some codings away, other ones for each seed. */
function shuffled(input: ReportInput, seed: number): ReportInput {
  const kept = (index: number) => (index * 7919 + seed * 104729) % 11 !== 0;
  return {
    ...input,
    documents: input.documents.map((document) => ({
      ...document,
      codings: document.codings.filter((_, index) => kept(index)),
    })),
  };
}

function chosen(unit: Choices['unit']): Choices {
  return { ...usualChoices, unit };
}

it('takes one sentence with two codes for one passage, and what all agree on for none', () => {
  const { disputes: found, agreed } = disputes(study, usualChoices);
  const places = found.map(({ start, end, codes }) => [
    start,
    end,
    codes
      .map(({ codeId }) => codeId)
      .sort()
      .join(''),
  ]);
  expect(places).toEqual([
    [6, 8, 'AB'],
    [12, 14, 'A'],
    [15, 17, 'A'],
  ]);
  expect(agreed.map(({ start, end, codings }) => [start, end, codings.length])).toEqual([[0, 2, 1]]);
});

it('joins codings that hang together by a third one', () => {
  const joined = drawnStudy([drawnDocument('d', { ana: '{A|a. b.|A} c.', ben: 'a. {B|b. c.|B}' })]);
  expect(disputes(joined, usualChoices).disputes.map(({ start, end }) => [start, end])).toEqual([[0, 8]]);
});

it('leaves in alpha exactly what is missing of one, shared out over passages', () => {
  fc.assert(
    fc.property(random, levels, (input, unit) => {
      const choices = chosen(unit);
      const { disputes: found } = disputes(input, choices);
      const alphas = report(input, { ...choices, replicates: 1 }).codes.flatMap(({ codeId, alpha }) =>
        alpha.value === null ? [] : [{ codeId, alpha: alpha.value }],
      );
      for (const { codeId, alpha } of alphas) {
        const lost = found.flatMap(({ codes }) => codes).filter((code) => code.codeId === codeId);
        expect(lost.reduce((sum, { loss }) => sum + loss, 0)).toBeCloseTo(1 - alpha, 9);
      }
      const mean = alphas.reduce((sum, { alpha }) => sum + alpha, 0) / Math.max(1, alphas.length);
      if (alphas.length > 0) expect(found.reduce((sum, { loss }) => sum + loss, 0)).toBeCloseTo(1 - mean, 9);
    }),
    { numRuns: 40 },
  );
});

it('holds every difference in exactly one passage, the most costly first', () => {
  fc.assert(
    fc.property(random, levels, (input, unit) => {
      const { disputes: found } = disputes(input, chosen(unit));
      for (const { documentId, unit: place, codeId } of differences(input, chosen(unit))) {
        const holding = found.filter(
          (each) => each.documentId === documentId && each.start <= place.start && place.end <= each.end,
        );
        expect(holding).toHaveLength(1);
        expect(holding[0]!.codes.map((code) => code.codeId)).toContain(codeId);
      }
      const ranked = found.map(({ loss }) => loss);
      expect(ranked.every((loss, index) => index === 0 || loss <= ranked[index - 1]! + 1e-8)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('finds passages that never overlap, and the same ones whatever the order of coders and codings', () => {
  fc.assert(
    fc.property(random, (input) => {
      const turned = {
        ...input,
        coders: input.coders.toReversed(),
        documents: input.documents.map((document) => ({
          ...document,
          codings: document.codings.toReversed(),
          finished: document.finished.toReversed(),
        })),
      };
      const places = (study: ReportInput) => {
        const { disputes: found, agreed } = disputes(study, usualChoices);
        return [...found, ...agreed]
          .map(({ documentId, start, end }) => ({ documentId, start, end }))
          .sort((a, b) => a.documentId.localeCompare(b.documentId) || a.start - b.start);
      };
      expect(places(turned)).toEqual(places(input));
      const all = places(input);
      const overlap = all.some(
        (each, index) =>
          index > 0 && all[index - 1]!.documentId === each.documentId && all[index - 1]!.end > each.start,
      );
      expect(overlap).toBe(false);
    }),
    { numRuns: 30 },
  );
});

describe('what all agree on', () => {
  it('is drawn as most coders drew it', () => {
    const drawn = drawnStudy([
      drawnDocument('d', {
        ana: '{A|one two.|A} x.',
        ben: '{A|one|A} two. x.',
        chi: 'one {A|two|A}. x.',
        dan: '{A|one|A} two. x.',
      }),
    ]);
    const { agreed, disputes: found } = disputes(drawn, usualChoices);
    expect(found).toEqual([]);
    expect(agreed[0]!.codings.map(({ start, end }) => [start, end])).toEqual([[0, 3]]);
  });

  it('is nothing where fewer than two finished, or where a code is younger than all passes but one', () => {
    const one = drawnStudy([drawnDocument('d', { ana: '{A|a.|A} b.' })]);
    expect(disputes(one, usualChoices)).toEqual({ disputes: [], agreed: [] });
    const [document] = drawnStudy([drawnDocument('d', { ana: '{A|a.|A} b.', ben: 'a. b.' })]).documents;
    const finishedAt = { ana: '2026-03-01T00:00:00.000Z', ben: '2026-01-01T00:00:00.000Z' };
    const young = {
      documents: [{ ...document!, finishedAt }],
      coders: one.coders.concat({ id: 'ben', name: 'ben' }),
      codes: [{ id: 'A', name: 'A', parentId: null, createdAt: '2026-02-01T00:00:00.000Z' }],
    };
    const found = disputes(young, usualChoices);
    expect(found.agreed).toEqual([]);
    expect(found.disputes).toMatchObject([{ start: 0, end: 2, codes: [], loss: 0 }]);
  });
});
