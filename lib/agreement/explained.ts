import type { Explanation } from './report-shape';

/** One count that goes into a formula: its symbol, what it means, and its value. */
export type Term = readonly [symbol: string, meaning: string, value: number];

/**
 * A formula with its counts filled in: every symbol that stands between word boundaries is replaced by its value, longer
 * symbols first, so that `pe` is never read as `p` and `e`.
 */
export function explained(title: string, formula: string, terms: readonly Term[]): Explanation {
  const values = new Map(terms.map(([symbol, , value]) => [symbol, written(value)]));
  const symbols = [...values.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(${symbols.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  const filled = symbols.length === 0 ? formula : formula.replace(pattern, (symbol) => values.get(symbol) ?? symbol);
  return { title, formula, filled, counts: terms.map(([symbol, meaning, value]) => ({ symbol, meaning, value })) };
}

/** Whole numbers in full; others with six decimals at most, without trailing zeros. */
export function written(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6)));
}

function escaped(symbol: string): string {
  return symbol.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
