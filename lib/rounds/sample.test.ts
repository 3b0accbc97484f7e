import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draw, frameOf } from './sample';

const offices = ['Kremlin', 'MFA', 'Security Council', ''];
const frame = fc
  .array(fc.constantFrom(...offices), { minLength: 1, maxLength: 40 })
  .map((values) => values.map((office, at) => ({ id: `d${String(at).padStart(2, '0')}`, attributes: said(office) })));
function said(office: string): Record<string, string> {
  return office ? { office } : {};
}

const asked = frame.chain((documents) =>
  fc.record({
    documents: fc.constant(documents),
    sampling: fc.record({
      seed: fc.integer(),
      size: fc.integer({ min: 1, max: documents.length }),
      by: fc.constantFrom('office', null),
      fresh: fc.constant(false),
    }),
  }),
);

it('draws as many different documents as asked for, out of those there are', () => {
  fc.assert(
    fc.property(asked, ({ documents, sampling }) => {
      const { documentIds } = draw(documents, sampling);
      expect(new Set(documentIds).size).toBe(sampling.size);
      const ids = documents.map(({ id }) => id);
      expect(documentIds.every((id) => ids.includes(id))).toBe(true);
    }),
  );
});

it('draws the same again from the same seed, however the documents are listed', () => {
  fc.assert(
    fc.property(asked, ({ documents, sampling }) => {
      expect(draw(documents.toReversed(), sampling)).toEqual(draw(documents, sampling));
    }),
  );
});

it('states every stratum, also one of which nothing is drawn, and draws from each what it states', () => {
  fc.assert(
    fc.property(asked, ({ documents, sampling }) => {
      const { documentIds, strata } = draw(documents, sampling);
      const value = (id: string) => (sampling.by && documents.find((each) => each.id === id)?.attributes.office) || '';
      const values = sampling.by ? [...new Set(documents.map(({ id }) => value(id)))].sort() : [''];
      expect(strata.map((stratum) => stratum.value)).toEqual(values);
      for (const stratum of strata) {
        expect(stratum.drawn).toBe(documentIds.filter((id) => value(id) === stratum.value).length);
        expect(stratum.of).toBe(documents.filter(({ id }) => value(id) === stratum.value).length);
      }
    }),
  );
});

it('prefers no document: over many seeds each is drawn about as often', () => {
  const documents = Array.from({ length: 10 }, (_, at) => ({ id: `d${at}`, attributes: {} }));
  const times = new Map(documents.map(({ id }) => [id, 0]));
  for (let seed = 0; seed < 5_000; seed += 1)
    for (const id of draw(documents, { seed, size: 3, by: null, fresh: false }).documentIds)
      times.set(id, times.get(id)! + 1);
  for (const drawn of times.values()) expect(Math.abs(drawn - 1_500)).toBeLessThan(160);
});

it('leaves out what is sealed, and, for a fresh sample, what was in any round', () => {
  const documents = ['open', 'past', 'new'].map((id) => ({ id, attributes: {} }));
  const rounds = [
    { documentIds: ['open'], closedAt: null },
    { documentIds: ['past'], closedAt: '2026-01-01T00:00:00.000Z' },
  ];
  expect(frameOf(documents, rounds, false).map(({ id }) => id)).toEqual(['past', 'new']);
  expect(frameOf(documents, rounds, true).map(({ id }) => id)).toEqual(['new']);
});
