import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maySee, roles, sealOfMarks } from '@/lib/access';
import { finishedId, type FinishedMark } from '@/lib/codings';
import { Table } from '@/lib/log';
import { progress } from './progress';
import { isAssigned, type Round } from './round';

const people = ['ann', 'ben', 'cem'];
const documents = ['d1', 'd2', 'd3'];

const round: fc.Arbitrary<Round> = fc.record({
  id: fc.constant('r'),
  title: fc.constant('Round 1'),
  documentIds: fc.subarray(documents, { minLength: 1 }),
  coderIds: fc.subarray(people, { minLength: 1 }),
  codebookVersion: fc.constant(1),
  openedAt: fc.constant('2026-01-01T00:00:00.000Z'),
  closedAt: fc.constant(null),
  reason: fc.constant(''),
  sample: fc.constant(null),
  dealt: fc.constant(null),
  assigned: fc.option(fc.record(Object.fromEntries(documents.map((id) => [id, fc.subarray(people)])))),
});
const marks = fc.subarray(documents.flatMap((documentId) => people.map((coderId) => mark(documentId, coderId))));
const seal = fc.record({ viewerId: fc.constantFrom(...people), sealedDocuments: fc.subarray(documents) });

const sealOfSomebody = fc.tuple(seal, fc.constantFrom(...roles)).map(([s, role]) => sealOfMarks(s, role));

function mark(documentId: string, coderId: string): FinishedMark {
  return { id: finishedId(documentId, coderId), documentId, coderId, at: '', codebookVersion: 1 };
}

it('never tells a viewer more than the marks they may see, whatever reached their browser', () => {
  fc.assert(
    fc.property(round, marks, seal, (r, all, s) => {
      const seen = all.filter((each) => maySee(s, each));
      expect(progress(r, Table.of(all), s)).toEqual(progress(r, Table.of(seen), s));
    }),
  );
});

it('counts each coder of whom everything is known, and the total is their sum', () => {
  fc.assert(
    fc.property(round, marks, sealOfSomebody, (r, all, known) => {
      const { coders, total } = progress(r, Table.of(all), known);
      const expected = r.coderIds.map((coderId) => {
        const given = r.documentIds.filter((documentId) => isAssigned(r, documentId, coderId));
        const hidden = given.some((documentId) => !maySee(known, { documentId, coderId }));
        const finished = all.filter((each) => each.coderId === coderId && given.includes(each.documentId)).length;
        return hidden ? null : { finished, of: given.length };
      });
      expect(coders).toEqual(expected);
      expect(total.of).toBe(coders.reduce((sum, coder) => sum + (coder?.of ?? 0), 0));
      expect(total.finished).toBe(coders.reduce((sum, coder) => sum + (coder?.finished ?? 0), 0));
    }),
  );
});

it('keeps what is hidden apart from what is unfinished', () => {
  const sealed = { viewerId: 'ann', sealedDocuments: ['d1'] };
  const r = fc.sample(round, { numRuns: 1, seed: 1 })[0]!;
  const two = { ...r, documentIds: ['d1', 'd2'], coderIds: ['ann', 'ben'], assigned: null };
  const { rows } = progress(two, Table.of([mark('d2', 'ben')]), sealed);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['open', 'hidden'],
    ['open', 'finished'],
  ]);
});

it('asks nothing of a coder for a document that was given to others, even where they finished it', () => {
  const all = { viewerId: 'ann', sealedDocuments: [] };
  const r = fc.sample(round, { numRuns: 1, seed: 1 })[0]!;
  const dealt = {
    ...r,
    documentIds: ['d1', 'd2'],
    coderIds: ['ann', 'ben'],
    assigned: { d1: ['ann'], d2: ['ann', 'ben'] },
  };
  const { rows, coders } = progress(dealt, Table.of([mark('d1', 'ben'), mark('d2', 'ben')]), all);
  expect(rows[0]!.cells).toEqual(['open', 'none']);
  expect(coders).toEqual([
    { finished: 0, of: 2 },
    { finished: 1, of: 1 },
  ]);
});
