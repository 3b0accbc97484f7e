import type { Line } from './lines';
import { isBlank } from './lines';
import { isSpace } from './white-space';

/**
 * Tells the line ends that a program put in to fit a column (UN speeches, Gutenberg books) from those that an author
 * meant (verse, or an article pasted with one paragraph per line).
 *
 * A wrapping program breaks a line only when the next word would not have fitted. So in wrapped prose nearly every line
 * end is *forced*: line plus next word is longer than the column. And it breaks in mid-sentence, which authors do not.
 */
export type LineEnds = {
  /** True when the end of `line` is a mere wrap and `next` continues its paragraph. */
  isSoft(line: Line, next: Line): boolean;
};

/** Judges a whole text at once, since one paragraph alone is too little to know its column by. */
export function lineEnds(text: string, lines: readonly Line[]): LineEnds {
  const column = wrapColumn(text, lines);
  if (column === null) return { isSoft: () => false };
  return {
    isSoft(line, next) {
      if (next.indent > line.indent) return false;
      return isForced(text, [line, next], column) || continues(text, line, next);
    },
  };
}

type Pair = readonly [Line, Line];

/** The column that the text was wrapped to, or null when its line ends look like an author's. */
function wrapColumn(text: string, lines: readonly Line[]): number | null {
  const pairs = neighbours(lines);
  if (pairs.length === 0) return null;
  const lengths = pairs.map(([line]) => line.end - line.start).sort((a, b) => a - b);
  // The longest lines may be titles nobody wrapped, and a proportional font leaves the column ragged by some letters.
  const column = lengths[Math.floor((lengths.length - 1) * 0.85)] ?? 0;
  if (column < narrowest || column > widest) return null;
  const share = (holds: (pair: Pair) => boolean) => pairs.filter(holds).length / pairs.length;
  const forced = share((pair) => isForced(text, pair, column));
  const midSentence = share(([line, next]) => continues(text, line, next));
  return forced >= 0.75 && midSentence >= 0.4 ? column : null;
}

// Columns in use: mail and Gutenberg about 70, United Nations documents up to 110. Verse is mostly narrower than 45.
const narrowest = 45;
const widest = 130;

/** Each line that has words, with the line after it where that has words too. */
function neighbours(lines: readonly Line[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next && !isBlank(line) && !isBlank(next)) pairs.push([line, next]);
  }
  return pairs;
}

function isForced(text: string, [line, next]: Pair, column: number): boolean {
  const first = next.start + next.indent;
  let end = first;
  while (end < next.end && !isSpace(text.charCodeAt(end))) end += 1;
  return line.end - line.start + 1 + (end - first) > column;
}

/** True when a sentence visibly runs on: no mark ends the line, and no capital or bullet begins the next. */
function continues(text: string, line: Line, next: Line): boolean {
  const first = next.start + next.indent;
  const tail = text.slice(Math.max(line.start, line.end - 3), line.end);
  return !stopped.test(tail) && startsInside.test(text.slice(first, first + 4));
}

const stopped = /[.!?…:;؟۔。！？]["'”’»)\]]*$/u;
const startsInside = /^["'“‘«(]*[\p{Ll}\p{Lo}]/u;
