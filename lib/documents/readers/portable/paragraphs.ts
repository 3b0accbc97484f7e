import { directionOf } from '@/lib/text';
import type { TextWriter } from '../text-writer';
import type { Line } from './pages';

/**
 * Joins printed lines to paragraphs. A line goes on in the next one where the page shows no wider gap, no other size of
 * letters and no indent, and where the next line's first word would not have fitted any more.
 */
export function writeParagraphs(writer: TextWriter, lines: readonly Line[]): void {
  const layout = layoutOf(lines);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || !isJoined(before, line, layout)) begin(writer, line, layout);
    else if (!layout.cut.has(before) && !keepsHyphen(before, line)) writer.write(' ');
    const next = lines[index + 1];
    const isCut = next !== undefined && isHyphenated(line, next, layout.compounds) && isJoined(line, next, layout);
    if (isCut) layout.cut.add(line);
    writer.write(isCut ? line.words.slice(0, -1) : line.words);
  }
}

type Layout = {
  /** Size of most letters, in points. */
  size: number;
  /** Usual distance between two lines of a paragraph. */
  step: number;
  /** Sizes of headings, largest first. */
  headings: number[];
  margins: Map<number, { left: number; right: number }>;
  rightToLeft: boolean;
  /** Words with a hyphen of their own, seen within lines. */
  compounds: Set<string>;
  /** Lines whose last letter is a hyphen that only the line's end asked for. */
  cut: Set<Line>;
};

function layoutOf(lines: readonly Line[]): Layout {
  const size = weightedMode(lines.map((line) => [line.size, line.words.length]));
  const steps = lines.slice(1).flatMap((line, index): [number, number][] => {
    const step = (lines[index]?.y ?? 0) - line.y;
    return step > 0 && step < 4 * size ? [[step, 1]] : [];
  });
  const larger = new Set(lines.filter((line) => line.size > size * 1.15).map((line) => Math.round(line.size)));
  return {
    size,
    step: weightedMode(steps) || size * 1.2,
    headings: [...larger].sort((a, b) => b - a),
    margins: marginsOf(lines),
    rightToLeft: directionOf(lines.map(({ words }) => words).join('\n')) === 'rtl',
    compounds: new Set(lines.flatMap(({ words }) => words.toLowerCase().match(/\p{L}+-\p{L}+/gu) ?? [])),
    cut: new Set(),
  };
}

/** The value, to a tenth of a point, that most weight lies on. */
function weightedMode(values: readonly [number, number][]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const rounded = Math.round(value * 10) / 10;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  return [...weights].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function marginsOf(lines: readonly Line[]): Layout['margins'] {
  const margins: Layout['margins'] = new Map();
  for (const { page, left, right } of lines) {
    const known = margins.get(page) ?? { left, right };
    margins.set(page, { left: Math.min(known.left, left), right: Math.max(known.right, right) });
  }
  return margins;
}

function isJoined(line: Line, next: Line, layout: Layout): boolean {
  if (Math.abs(line.size - next.size) > layout.size * 0.12) return false;
  if (bullet.test(next.words)) return false;
  if (line.page !== next.page) return !stopped.test(line.words) && /^[\p{Ll}\p{Lo}]/u.test(next.words);
  const step = line.y - next.y;
  // The next column begins higher up: a sentence may go on there.
  if (step <= 0) return !stopped.test(line.words) && /^[\p{Ll}\p{Lo}]/u.test(next.words);
  if (step > layout.step * 1.35 * (line.size / layout.size)) return false;
  return !isIndented(line, next, layout) && isFull(line, next, layout);
}

const bullet = /^[•▪◦‣●○■□–]\s/u;
const stopped = /[.!?…:;؟۔]["'”’»)\]]*$/u;

/** The next line begins further in than this one, as first lines of paragraphs do. */
function isIndented(line: Line, next: Line, { rightToLeft, size }: Layout): boolean {
  const inwards = rightToLeft ? line.right - next.right : next.left - line.left;
  return inwards > size && inwards < 6 * size;
}

/** The next line's first word would not have fitted in this line, give or take the raggedness of print. */
function isFull(line: Line, next: Line, { margins, rightToLeft }: Layout): boolean {
  const { left, right } = margins.get(line.page)!;
  const room = rightToLeft ? line.left - left : right - line.right;
  const perLetter = (next.right - next.left) / Math.max(next.words.length, 1);
  const word = next.words.split(/\s/u, 1)[0]?.length ?? 0;
  return room < perLetter * (word + 1) * 1.5 + 2 * perLetter;
}

/** A word with a hyphen of its own, cut at it. */
function keepsHyphen(line: Line, next: Line): boolean {
  return /\p{L}[-\u2010]$/u.test(line.words) && /^\p{Ll}/u.test(next.words);
}

/** The word goes on in the next line, and its hyphen is not its own. */
function isHyphenated(line: Line, next: Line, compounds: ReadonlySet<string>): boolean {
  const before = /(\p{L}+)[-\u00ad\u2010]$/u.exec(line.words)?.[1];
  const after = /^\p{Ll}[\p{L}]*/u.exec(next.words)?.[0];
  return before !== undefined && after !== undefined && !compounds.has(`${before}-${after}`.toLowerCase());
}

function begin(writer: TextWriter, line: Line, { headings }: Layout): void {
  const level = headings.indexOf(Math.round(line.size)) + 1;
  if (level > 0) writer.begin({ kind: 'heading', level: Math.min(level, 6) });
  else writer.begin({ kind: bullet.test(line.words) ? 'list-item' : 'paragraph' });
}
