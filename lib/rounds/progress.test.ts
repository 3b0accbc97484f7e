import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maySee, roles, sealOfMarks } from '@/lib/access';
import { finishedId, type FinishedMark } from '@/lib/codings';
import { Table } from '@/lib/log';
import { progress } from './progress';
import type { Round } from './round';

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
        const hidden = r.documentIds.some((documentId) => !maySee(known, { documentId, coderId }));
        const finished = all.filter(
          (each) => each.coderId === coderId && r.documentIds.includes(each.documentId),
        ).length;
        return hidden ? null : { finished, of: r.documentIds.length };
      });
      expect(coders).toEqual(expected);
      expect(total.of).toBe(coders.filter((coder) => coder !== null).length * r.documentIds.length);
      expect(total.finished).toBe(coders.reduce((sum, coder) => sum + (coder?.finished ?? 0), 0));
    }),
  );
});

it('keeps what is hidden apart from what is unfinished', () => {
  const sealed = { viewerId: 'ann', sealedDocuments: ['d1'] };
  const r = fc.sample(round, { numRuns: 1, seed: 1 })[0]!;
  const two = { ...r, documentIds: ['d1', 'd2'], coderIds: ['ann', 'ben'] };
  const { rows } = progress(two, Table.of([mark('d2', 'ben')]), sealed);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['open', 'hidden'],
    ['open', 'finished'],
  ]);
});
