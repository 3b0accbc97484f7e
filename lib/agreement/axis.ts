import type { Span } from '@/lib/text';
import { isSpace, union } from '@/lib/text';
import type { Rule } from './report-shape';

/**
 * The units of one document laid out in a row, numbered from 0: sentence 0, sentence 1, ... or character 0, 1, ... A
 * coder's spans become runs `[start, end)` of such numbers, and from there on every level is counted by one sweep.
 */
export type Axis = {
  readonly length: number;
  /** The units that spans of one coder and one code mark, as disjoint runs in order. The same span twice counts once. */
  readonly runs: (spans: readonly Span[]) => Span[];
  /** The units of a run as places in the text, for people to look at. */
  readonly places: (run: Span) => Span[];
};

/** The axis of a frozen unit table: flat `[start, end, ...]`, sorted and disjoint. */
export function unitAxis(text: string, units: Int32Array, rule: Rule): Axis {
  const threshold = rule === 'any' ? touches : coversHalf;
  return {
    length: units.length / 2,
    runs: (spans) => unitRuns(units, union(spans), (unit, covered) => threshold(text, unit, covered)),
    places: (run) => Array.from({ length: run.end - run.start }, (_, step) => unitAt(units, run.start + step)),
  };
}

/** The axis of all characters, white space included: position and offset are the same, and nothing is cut. */
export function characterAxis(text: string): Axis {
  return { length: text.length, runs: (spans) => union(spans), places: (run) => [run] };
}

/** The axis of the characters that are no white space. Costs one pass over the text, once. */
export function nonSpaceAxis(text: string): Axis {
  const spaces: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (isSpace(text.charCodeAt(at))) spaces.push(at);
  const rank = (offset: number) => offset - firstIndex(spaces.length, (index) => (spaces[index] ?? 0) >= offset);
  const offset = (wanted: number) => firstIndex(text.length, (at) => rank(at + 1) > wanted);
  return {
    length: text.length - spaces.length,
    runs: (spans) =>
      union(
        spans.map(({ start, end }) => ({ start: rank(start), end: rank(end) })).filter(({ start, end }) => start < end),
      ),
    places: (run) => [{ start: offset(run.start), end: offset(run.end - 1) + 1 }],
  };
}

/** Whether what a coder covered of one unit is enough to mark it. */
type Threshold = (unit: Span, covered: readonly Span[]) => boolean;

/**
 * Units inside a span are marked outright, since every unit holds a non-space character; only the units at a span's two
 * ends need a look at the text. Ends that share a unit are weighed together.
 */
function unitRuns(units: Int32Array, spans: readonly Span[], enough: Threshold): Span[] {
  const whole: Span[] = [];
  const partial = new Map<number, Span[]>();
  for (const span of spans) {
    const first = firstIndex(units.length / 2, (unit) => (units[2 * unit + 1] ?? 0) > span.start);
    const beyond = firstIndex(units.length / 2, (unit) => (units[2 * unit] ?? 0) >= span.end);
    if (first >= beyond) continue;
    const from = coverEnd(units, first, span) ? first : first + 1;
    const to = from < beyond && coverEnd(units, beyond - 1, span) ? beyond : beyond - 1;
    if (from < to) whole.push({ start: from, end: to });
    for (const unit of new Set([first, beyond - 1])) {
      if (unit < from || unit >= to)
        partial.set(unit, [...(partial.get(unit) ?? []), within(unitAt(units, unit), span)]);
    }
  }
  const ends = [...partial].filter(([unit, covered]) => enough(unitAt(units, unit), covered));
  return union([...whole, ...ends.map(([unit]) => ({ start: unit, end: unit + 1 }))]);
}

function coverEnd(units: Int32Array, unit: number, span: Span): boolean {
  return span.start <= (units[2 * unit] ?? 0) && (units[2 * unit + 1] ?? 0) <= span.end;
}

function within(unit: Span, span: Span): Span {
  return { start: Math.max(unit.start, span.start), end: Math.min(unit.end, span.end) };
}

function unitAt(units: Int32Array, unit: number): Span {
  return { start: units[2 * unit] ?? 0, end: units[2 * unit + 1] ?? 0 };
}

function touches(text: string, _unit: Span, covered: readonly Span[]): boolean {
  return covered.some(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (!isSpace(text.charCodeAt(at))) return true;
    return false;
  });
}

function coversHalf(text: string, unit: Span, covered: readonly Span[]): boolean {
  const marked = covered.reduce((sum, span) => sum + nonSpaces(text, span), 0);
  return marked > 0 && 2 * marked >= nonSpaces(text, unit);
}

function nonSpaces(text: string, span: Span): number {
  let count = 0;
  for (let at = span.start; at < span.end; at += 1) if (!isSpace(text.charCodeAt(at))) count += 1;
  return count;
}

/** The first of 0..length for which `holds`; `holds` must stay true once it is. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
