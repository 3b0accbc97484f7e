import { codePointRuler, type Span } from '@/lib/text';

/** A selection as a file has it: positions in the program's own unit, and the name, which often is the quote. */
export type WrittenSelection = { start: number; end: number; name: string };

/**
 * A way of counting. The standard says code points and nothing of line ends; NVivo counts UTF-16 code units, and whether
 * CR LF are one position or two differs from program to program.
 */
export type Counting = { unit: 'code points' | 'UTF-16 units'; lineEnd: 1 | 2 };

/** Positions in the raw text (UTF-16, CR LF as two) of a selection, or null where it does not lie in the text. */
export type Placing = (selection: Pick<WrittenSelection, 'start' | 'end'>) => Span | null;

/**
 * Finds out how a program counted: its habit, as far as it is known, unless another way fits the selections clearly
 * better. A text without astral characters and CR LF is the same by every count, as most are.
 */
export function countingOf(raw: string, selections: readonly WrittenSelection[], origin: string): Counting {
  const habit = habitOf(origin);
  const units = /[\u{10000}-\u{10ffff}]/u.test(raw) ? (['code points', 'UTF-16 units'] as const) : [habit.unit];
  const lineEnds = raw.includes('\r\n') ? ([1, 2] as const) : [habit.lineEnd];
  let best = { counting: habit, fit: fit(raw, selections, habit) + clearly(selections) };
  for (const counting of units.flatMap((unit) => lineEnds.map((lineEnd): Counting => ({ unit, lineEnd })))) {
    const found = fit(raw, selections, counting);
    if (found > best.fit) best = { counting, fit: found };
  }
  return best.counting;
}

/** How to place selections by a way of counting. */
export function placing(raw: string, { unit, lineEnd }: Counting): Placing {
  const counted = lineEnd === 1 ? raw.replaceAll('\r\n', '\n') : raw;
  const ruler = unit === 'code points' ? codePointRuler(counted) : null;
  const length = ruler ? ruler.length : counted.length;
  const back = lineEnd === 1 ? intoRaw(raw) : (offset: number) => offset;
  return ({ start, end }) => {
    if (!(start >= 0 && start <= end && end <= length + slack)) return null;
    const [from, to] = [Math.min(start, length), Math.min(end, length)];
    return { start: back(ruler ? ruler.toUtf16(from) : from), end: back(ruler ? ruler.toUtf16(to) : to) };
  };
}

/** Some programs count a last line end that the text file does not have. */
const slack = 2;

function habitOf(origin: string): Counting {
  if (/nvivo/i.test(origin)) return { unit: 'UTF-16 units', lineEnd: 2 };
  if (/atlas/i.test(origin)) return { unit: 'code points', lineEnd: 1 };
  return { unit: 'code points', lineEnd: 2 };
}

/** How much better another way has to fit before a program's habit is given up. */
function clearly(selections: readonly WrittenSelection[]): number {
  return Math.max(1, selections.length / 10);
}

/** Points for every selection that reads as its name says, and that begins and ends where words do. */
function fit(raw: string, selections: readonly WrittenSelection[], counting: Counting): number {
  const place = placing(raw, counting);
  return selections.reduce((sum, selection) => sum + points(raw, place(selection), selection.name), 0);
}

function points(raw: string, span: Span | null, name: string): number {
  if (!span) return -3;
  const said = folded(raw.slice(span.start, span.end));
  const named = folded(name.replace(/(…|\.\.\.)$/, ''));
  const quoted = named.length > 3 && said.startsWith(named) ? 2 : 0;
  return quoted + [span.start, span.end].reduce((sum, offset) => sum + atEdge(raw, offset), 0);
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function atEdge(raw: string, offset: number): number {
  const around = raw.slice(Math.max(0, offset - 1), offset + 1);
  if (/^[\ud800-\udbff][\udc00-\udfff]$/.test(around)) return -1;
  return /^[\p{L}\p{N}]{2}$/u.test(around) ? 0 : 1;
}

/** From offsets in the text whose CR LF are one to offsets in the raw text; the list of its line ends is made once. */
function intoRaw(raw: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) ends.push(at - ends.length);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}
