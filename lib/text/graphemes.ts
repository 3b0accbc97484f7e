import type { Span } from './span';

/**
 * True when the offset lies between two grapheme clusters (what a reader takes for one character: a letter with its
 * accents, a flag, a family of emoji), or at either end of the text.
 */
export function isBoundary(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true;
  if (offset < 0 || offset > text.length) return false;
  return certain(text, offset) || clusterAround(text, offset).start === offset;
}

/** The nearest boundary after the offset; the text's end has none after it and is returned itself. */
export function nextBoundary(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  return clusterAround(text, Math.max(0, offset)).end;
}

/** The nearest boundary before the offset; the text's start has none before it and is returned itself. */
export function previousBoundary(text: string, offset: number): number {
  if (offset <= 0) return 0;
  return clusterAround(text, Math.min(offset, text.length) - 1).start;
}

/** The span widened to whole grapheme clusters. A span that splits none comes back with the same ends. */
export function snap(text: string, span: Span): Span {
  return {
    start: isBoundary(text, span.start) ? span.start : previousBoundary(text, span.start),
    end: isBoundary(text, span.end) ? span.end : nextBoundary(text, span.end),
  };
}

/**
 * The cluster that holds the code unit at `offset`. Only the stretch between the two nearest certain boundaries is
 * segmented: asking about the whole text would copy it for every question.
 */
function clusterAround(text: string, offset: number): Span {
  let from = offset;
  while (from > 0 && !certain(text, from)) from -= 1;
  let to = offset + 1;
  while (to < text.length && !certain(text, to)) to += 1;
  if (to - from === 1) return { start: from, end: to };
  const cluster = graphemes.segment(text.slice(from, to)).containing(offset - from);
  const start = from + (cluster?.index ?? 0);
  return { start, end: start + (cluster?.segment.length ?? to - from) };
}

// Clusters are the same in every language; naming one keeps the machine's own locale out of it.
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * True where a boundary follows from the two neighbouring characters alone, whatever surrounds them (UAX 29). False
 * says only "ask the segmenter": marks, flags, joiners, conjoining Hangul and Kirat Rai, and characters that attach to what follows.
 */
function certain(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (standsAlone(before) && standsAlone(after)) return before !== 0x0d || after !== 0x0a;
  if (isLow(after) && isHigh(before)) return false;
  return !attachesBackwards.test(characterAt(text, offset)) && !attachesForwards.test(characterBefore(text, offset));
}

/** True for the common letters and signs of Latin, Greek, Cyrillic, Hebrew, Arabic and Han: the short way for most text. */
function standsAlone(unit: number): boolean {
  if (unit < 0x300) return true;
  if (unit < 0x483) return unit >= 0x370;
  if (unit < 0x64b) return (unit >= 0x5d0 && unit <= 0x5ea) || unit >= 0x620;
  return (unit >= 0x671 && unit <= 0x6d3) || (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x4e00 && unit <= 0x9fff);
}

const attachesBackwards =
  /[\p{M}\p{Grapheme_Extend}\p{RI}\p{Emoji_Modifier}\u{200d}\u{0e33}\u{0eb3}\u{1100}-\u{11ff}\u{a960}-\u{a97f}\u{d7b0}-\u{d7fb}\u{16d63}-\u{16d6a}]/u;

// \p{Cf} and the ranges after it hold every character of the class Prepend; the rest may join what follows.
const attachesForwards =
  /[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\p{Cf}\u{0d4e}\u{11000}-\u{11fff}\u{1100}-\u{11ff}\u{a960}-\u{a97f}\u{16d63}-\u{16d6a}]/u;

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

function characterBefore(text: string, offset: number): string {
  const pair = offset > 1 && isLow(text.charCodeAt(offset - 1)) && isHigh(text.charCodeAt(offset - 2));
  return text.slice(offset - (pair ? 2 : 1), offset);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
