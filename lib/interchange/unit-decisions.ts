import { unitAxis } from '@/lib/agreement';
import type { Coding } from '@/lib/codings';
import type { DocumentSummary } from '@/lib/documents';
import { codersOf } from '@/lib/rounds';
import { codePointRuler, cutUnits, type Span } from '@/lib/text';
import type { Archive } from './archive';

/** What one coder decided about one sentence: the codes put there, and when the coder finished the document, if at all. */
export type Decision = { coderId: string; finishedAt: string | null; codes: ReadonlySet<string> };

/** A sentence, counted from 1 within its document, with the decisions of all its coders. */
export type Unit = {
  document: DocumentSummary;
  number: number;
  span: Span;
  codePoints: Span;
  text: string;
  decisions: Decision[];
};

/**
 * Sentence by sentence, who put which codes there: the yes and no that agreement rests on. A sentence counts as coded
 * when any character of it that is no space is. Listed are the coders who finished the document, were asked to in a
 * round, or coded in it, and of all layers their own alone. One document is held at a time.
 */
export async function* unitDecisions(archive: Archive): AsyncGenerator<Unit[]> {
  const finished = new Map(archive.finished.map(({ id, at }) => [id, at]));
  const asked = askedFor(archive);
  for await (const { document, codings } of byDocument(archive)) {
    const { text, blocks } = await archive.text(document.id);
    const { sentence } = cutUnits(text, blocks, document.language);
    const marks = marksOf(text, sentence, codings);
    const coders = archive.members
      .map(({ id }) => id)
      .filter((id) => asked.has(`${document.id}/${id}`) || marks.has(id));
    const { toCodePoint } = codePointRuler(text);
    yield Array.from({ length: sentence.length / 2 }, (_, index) => {
      const span = { start: sentence[2 * index]!, end: sentence[2 * index + 1]! };
      const codePoints = { start: toCodePoint(span.start), end: toCodePoint(span.end) };
      const decisions = coders.map((coderId) => ({
        ...{ coderId, finishedAt: finished.get(`${document.id}/${coderId}`) ?? null },
        codes: marks.get(coderId)?.get(index) ?? none,
      }));
      return { document, number: index + 1, span, codePoints, text: text.slice(span.start, span.end), decisions };
    });
  }
}

/**
 * 1 or 0; null where silence does not mean no: the coder has not finished, or the code is younger than the coder's pass.
 */
export function valueOf({ finishedAt, codes }: Decision, code: { id: string; createdAt: string }): 0 | 1 | null {
  if (finishedAt === null || Date.parse(code.createdAt) > Date.parse(finishedAt)) return null;
  return codes.has(code.id) ? 1 : 0;
}

const none: ReadonlySet<string> = new Set();

function askedFor({ finished, rounds }: Archive): Set<string> {
  const pairs = rounds.flatMap((round) =>
    round.documentIds.flatMap((id) => codersOf(round, id).map((coder) => `${id}/${coder}`)),
  );
  return new Set([...finished.map(({ id }) => id), ...pairs]);
}

/** For each coder and sentence, the codes on it. */
function marksOf(
  text: string,
  sentences: Int32Array,
  codings: readonly Coding[],
): Map<string, Map<number, Set<string>>> {
  const axis = unitAxis(text, sentences, 'any');
  const marks = new Map<string, Map<number, Set<string>>>();
  const own = codings.filter(({ layer }) => layer === 'coder');
  for (const [coderId, theirs] of Map.groupBy(own, (coding) => coding.coderId)) {
    const units = new Map<number, Set<string>>();
    for (const [codeId, spans] of Map.groupBy(theirs, (coding) => coding.codeId)) {
      for (const { start, end } of axis.runs(spans)) {
        for (let unit = start; unit < end; unit += 1) units.set(unit, (units.get(unit) ?? new Set()).add(codeId));
      }
    }
    marks.set(coderId, units);
  }
  return marks;
}

/** All documents in order, also those without codings. */
async function* byDocument(archive: Archive): AsyncGenerator<{ document: DocumentSummary; codings: Coding[] }> {
  const waiting = [...archive.documents];
  let held: Coding[] = [];
  for await (const batch of archive.codings()) {
    for (const coding of batch) {
      while (waiting[0] && waiting[0].id !== coding.documentId) {
        yield { document: waiting.shift()!, codings: held };
        held = [];
      }
      held.push(coding);
    }
  }
  for (const document of waiting) {
    yield { document, codings: held };
    held = [];
  }
}
