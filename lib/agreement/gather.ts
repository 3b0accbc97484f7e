import type { Span } from '@/lib/text';
import { isSpace } from '@/lib/text';
import { characterAxis, nonSpaceAxis, unitAxis } from './axis';
import type { Axis } from './axis';
import { countingIn, leftOutOf, youngerFor } from './left-out';
import type { Choices, CodedDocument, LeftOut, Level, Placed, ReportCode, ReportInput, Rule } from './report-shape';
import type { Marks, Part } from './stretches';

/** One document with the coders who count in it and what each of them marked. */
export type Gathered = {
  readonly document: CodedDocument;
  readonly axis: Axis;
  readonly coders: readonly string[];
  readonly marks: ReadonlyMap<string, Marks>;
  /** The passages themselves, per coder and code, in the order in which they came. */
  readonly spans: ReadonlyMap<string, ReadonlyMap<string, readonly Span[]>>;
  /** Codes that were created after a coder finished: missing for that coder, neither yes nor no. */
  readonly younger: ReadonlyMap<string, ReadonlySet<string>>;
};

export type Gathering = {
  readonly documents: readonly Gathered[];
  readonly coderIds: readonly string[];
  readonly codes: readonly ReportCode[];
  readonly leftOut: readonly LeftOut[];
};

/**
 * Picks what a report is about. Only (document, coder) pairs count that were assigned and are finished: who has not
 * finished a document is missing there, not silent. Everybody left out of what they did, or should have done, is listed
 * with the reason; whom a round did not give a document is not missing there.
 */
export function gather(input: ReportInput, choices: Choices): Gathering {
  const documents = chosen(input.documents, choices.documentIds);
  const coderIds = chosen(input.coders, choices.coderIds).map(({ id }) => id);
  const codes = chosen(input.codes, choices.codeIds);
  const sources = sourcesOf(input.codes, codes, choices.rollUp);
  return {
    documents: documents.map((document) => gatherDocument(document, { coderIds, codes, sources, choices })),
    coderIds,
    codes,
    leftOut: documents.flatMap((document) => leftOutOf(document, input, { coderIds, codes })),
  };
}

/** A document as one code is counted in it, without the coders for whom the code is younger than their pass. */
export function partFor(gathered: Gathered, codeId: string): Part {
  return partWhere(gathered, (younger) => !younger.has(codeId));
}

/** A document as sets of codes are counted in it: with the coders for whom no chosen code is younger than their pass. */
export function partOfSets(gathered: Gathered): Part {
  return partWhere(gathered, (younger) => younger.size === 0);
}

function partWhere({ axis, marks, younger }: Gathered, counts: (younger: ReadonlySet<string>) => boolean): Part {
  const kept = [...marks].filter(([coder]) => counts(younger.get(coder) ?? none));
  return { axis, marks: kept.length === marks.size ? marks : new Map(kept) };
}

const none: ReadonlySet<string> = new Set();

/** The axis of a document at a level. A blank document has no unit at any level but that of characters. */
export function axisOf(document: Pick<CodedDocument, 'text' | 'units'>, level: Level, rule: Rule): Axis {
  if (level === 'char') return characterAxis(document.text);
  if (level === 'charNonSpace') return nonSpaceAxis(document.text);
  const units = level === 'document' ? wholeText(document.text) : document.units[level];
  if (!units) throw new RangeError(`The units of level ${level} were not read.`);
  return unitAxis(document.text, units, rule);
}

function wholeText(text: string): Int32Array {
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) return Int32Array.of(0, text.length);
  return new Int32Array(0);
}

function chosen<T extends { readonly id: string }>(
  all: readonly T[],
  ids: readonly string[] | undefined,
): readonly T[] {
  if (!ids) return all;
  const wanted = new Set(ids);
  return all.filter(({ id }) => wanted.has(id));
}

/** For every code that was put on text, the chosen codes it counts as: itself and, rolled up, those above it. */
function sourcesOf(
  all: readonly ReportCode[],
  chosenCodes: readonly ReportCode[],
  rollUp: boolean,
): Map<string, string[]> {
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  const wanted = new Set(chosenCodes.map(({ id }) => id));
  return new Map(all.map(({ id }) => [id, (rollUp ? lineage(id, parents) : [id]).filter((code) => wanted.has(code))]));
}

/** A code and all above it; a damaged tree that runs in a circle ends where it meets itself. */
function lineage(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const line: string[] = [];
  for (let code: string | null | undefined = id; code && !line.includes(code); code = parents.get(code))
    line.push(code);
  return line;
}

type Selection = {
  readonly coderIds: readonly string[];
  readonly codes: readonly ReportCode[];
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly choices: Choices;
};

function gatherDocument(document: CodedDocument, { coderIds, codes, sources, choices }: Selection): Gathered {
  const coders = countingIn(document, coderIds);
  const axis = axisOf(document, choices.unit, choices.rule);
  const spans = spansByCoder(document.codings, coders, sources);
  const marks = new Map([...spans].map(([coder, byCode]) => [coder, runsOf(axis, byCode)]));
  const younger = new Map(coders.map((coder) => [coder, youngerFor(document, coder, codes)]));
  return { document, axis, coders, marks, spans, younger };
}

/** What one coder marked, per chosen code. The same passage stands under every code that it counts as. */
type SpansByCode = Map<string, Span[]>;

function spansByCoder(
  codings: readonly Placed[],
  coders: readonly string[],
  sources: ReadonlyMap<string, readonly string[]>,
) {
  const spans = new Map<string, SpansByCode>(coders.map((coder) => [coder, new Map()]));
  for (const coding of codings) {
    const byCode = spans.get(coding.coderId);
    for (const code of byCode ? (sources.get(coding.codeId) ?? []) : []) {
      const list = byCode?.get(code);
      if (list) list.push(coding);
      else byCode?.set(code, [coding]);
    }
  }
  return spans;
}

function runsOf(axis: Axis, byCode: SpansByCode): Marks {
  return new Map(
    [...byCode].map(([code, spans]) => [code, axis.runs(spans)] as const).filter(([, runs]) => runs.length > 0),
  );
}
