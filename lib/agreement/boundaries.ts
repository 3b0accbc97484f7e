import type { Span } from '@/lib/text';
import { union } from '@/lib/text';
import type { Estimate } from './estimate';
import { gather } from './gather';
import type { Gathered, Gathering } from './gather';
import type { Choices, ReportInput } from './report-shape';
import { matchSpans } from './span-matching';
import type { CodedSpan, SpanMatching } from './span-matching';
import type { Continuum, Marked } from './unitizing/continuum';
import { unitizingAlphas } from './unitizing/u-alpha';
import type { UnitizingAlphas } from './unitizing/u-alpha';

/** How far coders agree on where passages begin and end. Independent of the unit chosen: characters are the measure. */
export type Boundaries = {
  readonly pairs: readonly (SpanMatching & { readonly a: string; readonly b: string; readonly documents: number })[];
  /** Each code by itself, marked against not marked: bar-u-alpha. */
  readonly codes: readonly { readonly codeId: string; readonly alpha: Estimate }[];
  /** All codes at once; undefined where one coder put two codes on the same text. */
  readonly together: UnitizingAlphas;
};

/** Span F1 per pair of coders and the unitizing alphas, over the documents that two or more coders finished. */
export function boundaries(input: ReportInput, choices: Choices): Boundaries {
  const gathering = gather(input, { ...choices, unit: 'char' });
  const shared = gathering.documents.filter(({ coders }) => coders.length >= 2);
  return {
    pairs: pairsOf(gathering.coderIds).map(([a, b]) => matchPair(gathering, a, b)),
    codes: gathering.codes.map(({ id }) => ({
      codeId: id,
      alpha: unitizingAlphas(shared.map((one) => continuumOf(one, [id]))).uAlphaBinary,
    })),
    together: unitizingAlphas(
      shared.map((one) =>
        continuumOf(
          one,
          gathering.codes.map(({ id }) => id),
        ),
      ),
    ),
  };
}

function pairsOf(coders: readonly string[]): [string, string][] {
  return coders.flatMap((a, index) => coders.slice(index + 1).map((b): [string, string] => [a, b]));
}

/** How well the passages of two coders coincide, over the documents that both finished. */
export function matchPair({ documents }: Gathering, a: string, b: string): Boundaries['pairs'][number] {
  const both = documents.filter(({ coders }) => coders.includes(a) && coders.includes(b));
  return { a, b, documents: both.length, ...matchSpans(spansOf(both, a), spansOf(both, b)) };
}

function spansOf(documents: readonly Gathered[], coder: string): CodedSpan[] {
  return documents.flatMap(({ document, spans }) =>
    [...(spans.get(coder) ?? [])].flatMap(([code, own]) =>
      own.map(({ start, end }) => ({ start, end, code, documentId: document.id })),
    ),
  );
}

/** Passages of one coder and code are united first: the same text marked twice is marked once. */
function continuumOf({ document, coders, spans }: Gathered, codes: readonly string[]): Continuum {
  const marked = (coder: string): Marked[] =>
    codes.flatMap((code) => union((spans.get(coder)?.get(code) ?? []) as Span[]).map((span) => ({ ...span, code })));
  return { length: document.text.length, coders: coders.map((name) => ({ name, units: marked(name) })) };
}
