import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { roles } from '@/lib/access';
import type { Code } from '@/lib/codebook';
import { finishedId, layers, type Coding } from '@/lib/codings';
import { attributeTypes, directions } from '@/lib/documents';
import { coderAttributeTypes } from '@/lib/projects';
import type { Round } from '@/lib/rounds';
import { plainBlocks, snap } from '@/lib/text';
import { anySpan, anyText } from '@/lib/text/testing/any-text';
import type { Contents, WholeDocument } from '../memory-archive';
import { anyDecided } from './any-decided';

/**
 * Small random projects, hard in every place: names like formulas and markup, texts thick with joiners, marks, astral
 * and right-to-left letters, trees of codes, several coders, two codes on one passage, every layer; rounds that are open
 * and closed, settlements, comments, and closings at which much was otherwise.
 */
export function anyContents(): fc.Arbitrary<Contents> {
  const ids = fc.uniqueArray(fc.uuid(), { minLength: 60, maxLength: 60 });
  return ids.chain((pool) => {
    const next = () => pool.pop()!;
    const memberIds = [next(), next(), next()];
    const codeIds = [next(), next(), next(), next()];
    const documentIds = [next(), next()];
    const roundIds = [next(), next(), next()];
    const [codingIds, decidedIds] = [Array.from({ length: 12 }, next), Array.from({ length: 16 }, next)];
    return fc
      .record({
        project: fc.record({ id: fc.constant(next()), title: anyName(), description: anyWords() }),
        codebookVersion: fc.integer({ min: 9, max: 12 }),
        members: all(memberIds.map((id, shade) => member(id, shade))),
        coderAttributes: all(
          ['reads', 'training'].map((key, position) =>
            attribute({ id: next(), key, position, types: coderAttributeTypes }),
          ),
        ),
        attributes: all(
          ['speaker', 'date', 'note'].map((key, position) =>
            attribute({ id: next(), key, position, types: attributeTypes }),
          ),
        ),
        documents: all(documentIds.map((id) => document(id))),
        codes: all(codeIds.map((id, at) => code(id, at === 0 ? [null] : [null, ...codeIds.slice(0, at)], at))),
        pairs: fc.subarray([
          {
            id: next(),
            originalId: documentIds[1]!,
            translationId: documentIds[0]!,
            anchors: [{ original: 0, translation: 0 }],
          },
        ]),
        finished: fc.subarray(memberIds).map((some) => some.map((coderId) => mark(documentIds[0]!, coderId))),
        rounds: fc.subarray(roundsOver({ roundIds, documentIds, memberIds })),
      })
      .chain((contents) => {
        const about = { memberIds, codeIds };
        return fc
          .subarray(codingIds)
          .chain((some) => all(some.map((id) => anyCoding(id, contents.documents, about))))
          .chain((codings) => {
            const whole = { ...contents, codings: distinct(codings) };
            return anyDecided(whole, decidedIds).map((decided) => ({ ...whole, ...decided }));
          });
      });
  });
}

/** Words as somebody might put them into any field. */
export function anyWords(): fc.Arbitrary<string> {
  return fc.oneof(
    anyText({ maxPieces: 6 }),
    fc.constantFrom('', '=1+1', "'-x", '"a", b', '- he said', 'a\nb\r\nc', '<b>&amp;</b>]]>', '\t\u0085\u2028', ' a '),
  );
}

export function anyName(): fc.Arbitrary<string> {
  return anyWords().map((text) => text.trim() || 'Name');
}

const created = fc.date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const time = created.map((date) => date.toISOString());

export function all<T>(arbitraries: fc.Arbitrary<T>[]): fc.Arbitrary<T[]> {
  return fc.tuple(...arbitraries);
}

function member(id: string, shade: number) {
  const attributes = fc.dictionary(fc.constantFrom('reads', 'training'), anyWords(), { noNullPrototype: true });
  const rest = { role: fc.constantFrom(...roles), removed: fc.boolean(), attributes };
  return fc.record({ id: fc.constant(id), name: anyName(), ...rest, shade: fc.constant(shade) });
}

function attribute<Type extends string>({ id, key, position, types }: Placed<Type>) {
  const [type, options] = [fc.constantFrom(...types), fc.array(anyName(), { maxLength: 2 })];
  const fixed = { id: fc.constant(id), key: fc.constant(key), position: fc.constant(position) };
  return fc.record({ ...fixed, name: anyName(), type, options });
}

type Placed<Type> = { id: string; key: string; position: number; types: readonly Type[] };

function document(id: string): fc.Arbitrary<WholeDocument> {
  const text = anyText().filter((words) => words.trim() !== '');
  const values = fc.dictionary(fc.constantFrom('speaker', 'date', 'note'), anyWords(), { noNullPrototype: true });
  const [title, language] = [anyName(), fc.constantFrom(null, 'en', 'ru', 'fa')];
  return fc
    .record({ title, text, language, direction: fc.constantFrom(...directions), attributes: values, createdAt: time })
    .map((made) => {
      const sha256 = createHash('sha256').update(made.text, 'utf8').digest('hex');
      return { id, ...made, length: made.text.length, sha256, blocks: plainBlocks(made.text) };
    });
}

function code(id: string, parents: (string | null)[], position: number): fc.Arbitrary<Code> {
  const example = fc.record({ text: anyWords(), note: anyWords(), counter: fc.boolean() });
  return fc.record({
    id: fc.constant(id),
    parentId: fc.constantFrom(...parents),
    position: fc.constant(position),
    name: anyName(),
    color: fc.constantFrom('#000000', '#1c7ed6', '#ffffff'),
    shortcut: fc.constantFrom(null, String(position)),
    definition: anyWords(),
    useWhen: anyWords(),
    avoidWhen: anyWords(),
    examples: fc.array(example, { maxLength: 2 }),
    version: fc.integer({ min: 1, max: 9 }),
    createdAt: time,
    archived: fc.boolean(),
  });
}

export function anyCoding(
  id: string,
  documents: readonly WholeDocument[],
  about: { memberIds: string[]; codeIds: string[] },
) {
  return fc
    .record({
      document: fc.constantFrom(...documents),
      codeId: fc.constantFrom(...about.codeIds),
      coderId: fc.constantFrom(...about.memberIds),
      ...{ layer: fc.constantFrom(...layers), memo: anyWords(), codebookVersion: fc.integer({ min: 1, max: 9 }) },
      ...{ createdAt: time, updatedAt: time },
    })
    .chain(({ document: { id: documentId, text }, ...rest }) =>
      anySpan(text.length).map((span): Coding => {
        const { start, end } = snap(text, span);
        return { id, documentId, start, end, quote: text.slice(start, end), ...rest };
      }),
    );
}

/** One coder puts one code on one span once. */
function distinct(codings: Coding[]): Coding[] {
  const key = ({ documentId, start, end, codeId, coderId }: Coding) => [documentId, start, end, codeId, coderId].join();
  return [...new Map(codings.map((each) => [key(each), each])).values()];
}

export function mark(documentId: string, coderId: string) {
  const id = finishedId(documentId, coderId);
  return { id, documentId, coderId, at: '2026-05-01T10:00:00.000Z', codebookVersion: 2 };
}

type Rounds = { roundIds: string[]; documentIds: string[]; memberIds: string[] };

/** An open one, and two that closed one after the other. */
function roundsOver({ roundIds, documentIds, memberIds }: Rounds): Round[] {
  const [open, first, second] = roundIds.map((id) => round(id, documentIds, memberIds)) as [Round, Round, Round];
  return [
    { ...first, closedAt: '2026-05-02T10:00:00.000Z', reason: 'Enough, and =1+1' },
    { ...dealt(second), closedAt: '2026-05-03T10:00:00.000Z' },
    open,
  ];
}

function round(id: string, documentIds: string[], coderIds: string[]): Round {
  const times = { openedAt: '2026-05-01T10:00:00.000Z', closedAt: null, reason: '' };
  const plan = { sample: null, dealt: null, assigned: null };
  return { id, title: 'Pilot 👍🏽', documentIds, coderIds, codebookVersion: 2, ...times, ...plan };
}

/** A round over drawn documents, each of which went to one coder. */
function dealt({ documentIds, coderIds, ...rest }: Round): Round {
  const strata = [{ value: '', of: 9, drawn: documentIds.length }];
  return {
    ...{ ...rest, documentIds, coderIds: coderIds.slice(0, documentIds.length) },
    sample: { seed: 7, size: documentIds.length, by: 'office', fresh: true, strata },
    dealt: { perDocument: 1, seed: 8 },
    assigned: Object.fromEntries(documentIds.map((document, at) => [document, [coderIds[at % coderIds.length]!]])),
  };
}
