import fc from 'fast-check';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Comment, Round, Settlement } from '@/lib/rounds';
import { snap } from '@/lib/text';
import { anySpan } from '@/lib/text/testing/any-text';
import { byClosing, type Closing } from '../closing';
import type { Contents, WholeDocument } from '../memory-archive';
import { all, anyCoding, anyName, anyWords, mark } from './any-contents';

type Decided = Pick<Contents, 'settlements' | 'comments' | 'closings'>;
type Undecided = Omit<Contents, keyof Decided>;

/** What may have been decided and said in the rounds of a project, and how things may have stood when they closed. */
export function anyDecided(contents: Undecided, ids: readonly string[]): fc.Arbitrary<Decided> {
  const closed = byClosing(contents.rounds);
  const free = [...ids];
  const [settlementIds, commentIds, formerId] = [free.splice(0, 4), free.splice(0, 3), free.pop()!];
  return fc.record({
    settlements: all(places(closed, contents, settlementIds).map((place) => settlement(place, contents))).chain(
      (some) => fc.subarray(some),
    ),
    comments: all(places(contents.rounds, contents, commentIds).map((place) => comment(place, contents))).chain(
      (some) => fc.subarray(some),
    ),
    closings: all(closed.map((round, at) => closing(round, contents, { formerId, freeId: free[at]! }))),
  });
}

type Place = { id: string; roundId: string; document: WholeDocument };

/** Each round with each of its documents, as far as ids are left. */
function places(rounds: readonly Round[], { documents }: Undecided, ids: readonly string[]): Place[] {
  const all = rounds.flatMap(({ id: roundId }) => documents.map((document) => ({ roundId, document })));
  return ids.slice(0, all.length).map((id, at) => ({ id, ...all[at]! }));
}

function passage({ id, roundId, document }: Place) {
  return anySpan(document.text.length).map((span) => ({
    ...{ id, roundId, documentId: document.id },
    ...snap(document.text, span),
  }));
}

const at = '2026-05-04T10:00:00.000Z';

/** It may name codings that are there no more, since their code was deleted. */
function settlement(place: Place, { members, codings }: Undecided): fc.Arbitrary<Settlement> {
  const written = codings.filter(({ layer, documentId }) => layer === 'consensus' && documentId === place.document.id);
  const codingIds = fc.subarray([...written.map(({ id }) => id), '0198c0de-0000-7000-8000-00000000dead']);
  return fc
    .record({ passage: passage(place), reason: anyWords(), codingIds, adjudicator: fc.constantFrom(...members) })
    .map(({ passage: where, adjudicator, ...rest }) => ({
      ...where,
      ...rest,
      adjudicatorId: adjudicator.id,
      at,
      withdrawn: false,
    }));
}

function comment(place: Place, { members }: Undecided): fc.Arbitrary<Comment> {
  const ids = members.map(({ id }) => id);
  return fc
    .record({
      ...{ passage: passage(place), text: anyName(), mentions: fc.subarray(ids), authorId: fc.constantFrom(...ids) },
      editedAt: fc.constantFrom(null, '2026-05-05T10:00:00.000Z'),
    })
    .map(({ passage: where, ...rest }) => ({ ...where, ...rest, at, removed: false }));
}

type Ids = { formerId: string; freeId: string };

/** Some of what is there now was there, some of it in other words, and some was there that is no more. */
function closing(
  round: Round,
  { documents, codes, codings, members }: Undecided,
  { formerId, freeId }: Ids,
): fc.Arbitrary<Closing> {
  const held = documents.map(({ id }) => id);
  const marks = held.flatMap((documentId) =>
    members.map(({ id }) => ({ ...mark(documentId, id), at: '2026-04-01T10:00:00.000Z' })),
  );
  const former: Code = { ...codes[0]!, id: formerId, parentId: null, name: 'Former', shortcut: null };
  const own = codings.filter(({ layer }) => layer === 'coder');
  const memberIds = members.map(({ id }) => id);
  return fc
    .record({
      codebookVersion: fc.integer({ min: 1, max: 12 }),
      documents: all(held.map((id) => fc.record({ id: fc.constant(id), title: anyName() }))).chain((some) =>
        fc.subarray(some),
      ),
      codes: fc.subarray([former, ...codes]).chain((some) => all(some.map(otherwise))),
      finished: fc.subarray(marks),
      codings: fc.subarray(own).chain((some) => all(some.map(noted))),
      gone: anyCoding(freeId, documents, { memberIds, codeIds: [formerId, ...codes.map(({ id }) => id)] }),
    })
    .map(({ gone, codings: some, ...rest }) => {
      const known = new Set(rest.codes.map(({ id }) => id));
      const there = [...some, { ...gone, layer: 'coder' as const }].filter(({ codeId }) => known.has(codeId));
      return { roundId: round.id, ...rest, codings: there };
    });
}

function otherwise(code: Code): fc.Arbitrary<Code> {
  return fc
    .record({ name: fc.constantFrom(code.name, 'Before'), version: fc.constantFrom(code.version, 1) })
    .map((was) => ({ ...code, ...was }));
}

function noted(coding: Coding): fc.Arbitrary<Coding> {
  return fc.constantFrom(coding.memo, 'Before').map((memo) => ({ ...coding, memo }));
}
