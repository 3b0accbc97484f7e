import { newId } from '@/lib/log';
import { compareSpans, isBoundary, previousBoundary, trimmed, type Span } from '@/lib/text';
import type { z } from 'zod';
import type { codingChanges } from './changes';
import { longestMemo, type Coding } from './coding';

type Asked<K extends keyof typeof codingChanges> = { kind: K; body: z.infer<(typeof codingChanges)[K]['body']> };

/**
 * What one gesture asks of the door, in the order in which it must be asked. All of it is one step: undone together, and
 * ended by the first refusal, so the order is such that whatever is done until then has lost nothing.
 */
export type Gesture = (Asked<'coding.add'> | Asked<'coding.edit'> | Asked<'coding.remove'> | Asked<'coding.confirm'>)[];

/**
 * Cuts a coding in two at an offset of the text: it keeps what lies before, with its memo, and a new one with the same
 * code takes what lies after. Neither holds the white space at the cut. Null where one side would hold nothing else.
 */
export function split(text: string, coding: Coding, at: number): Gesture | null {
  if (at <= coding.start || at >= coding.end) return null;
  const cut = isBoundary(text, at) ? at : previousBoundary(text, at);
  const before = trimmed(text, { start: coding.start, end: cut });
  const after = trimmed(text, { start: cut, end: coding.end });
  if (!before || !after) return null;
  const { documentId, codeId } = coding;
  return [
    { kind: 'coding.edit', body: { id: coding.id, set: placed(text, before) } },
    { kind: 'coding.add', body: { id: newId(), documentId, codeId, ...placed(text, after) } },
  ];
}

/**
 * The codings that are one passage with this one: same coder, layer, document and code, and overlapping it, touching it
 * or parted from it by white space alone, or so from another of them. In reading order, the coding itself among them;
 * `codings` may hold any others.
 */
export function touching(text: string, coding: Coding, codings: Iterable<Coding>): Coding[] {
  const run: Coding[] = [];
  let end = -1;
  for (const each of [...codings].filter((other) => isAlike(other, coding)).sort(compareSpans)) {
    if (run.length > 0 && each.start > end && trimmed(text, { start: end, end: each.start })) {
      if (run.some(({ id }) => id === coding.id)) break;
      run.length = 0;
      end = -1;
    }
    run.push(each);
    end = Math.max(end, each.end);
  }
  return run.some(({ id }) => id === coding.id) ? run : [coding];
}

/**
 * Makes one coding of several: the one asked about grows over all of them (or, where another spans them already, that
 * one stays), their memos are put one below the other, and the rest go. Null where the memos are too long together.
 */
export function joined(text: string, coding: Coding, run: readonly Coding[]): Gesture | null {
  const whole = { start: Math.min(...run.map(({ start }) => start)), end: Math.max(...run.map(({ end }) => end)) };
  const kept = run.find(({ start, end }) => start === whole.start && end === whole.end) ?? coding;
  const memo = [...new Set(run.map((each) => each.memo).filter(Boolean))].join('\n\n');
  if (memo.length > longestMemo) return null;
  const set = { ...placed(text, whole), ...(memo === kept.memo ? {} : { memo }) };
  const others = run.filter(({ id }) => id !== kept.id);
  return [
    { kind: 'coding.edit', body: { id: kept.id, set } },
    ...others.map(({ id }): Asked<'coding.remove'> => ({ kind: 'coding.remove', body: { id } })),
  ];
}

/** Gives a coding another code. It is a decision of now, so the coding stands under the codebook of now. */
export function recoded({ id }: Coding, codeId: string, version: number): Gesture {
  return [
    { kind: 'coding.edit', body: { id, set: { codeId } } },
    { kind: 'coding.confirm', body: { id, version } },
  ];
}

function isAlike(a: Coding, b: Coding): boolean {
  return a.coderId === b.coderId && a.layer === b.layer && a.documentId === b.documentId && a.codeId === b.codeId;
}

function placed(text: string, span: Span): Span & { quote: string } {
  return { ...span, quote: text.slice(span.start, span.end) };
}
