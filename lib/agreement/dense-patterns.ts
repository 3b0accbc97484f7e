import type { Pattern } from './table';

/** A tally with more entries than this would be slow to clear and larger than a processor's cache. */
const longestTally = 2 ** 22;

/**
 * The ways in which units were coded, counted straight from a units x coders matrix of category numbers, unit after
 * unit, negative where a coder coded nothing. Made for millions of units: every unit is packed into one number that holds
 * how often each category was given, and those numbers are tallied, so that one pass without branches does it all.
 * Null when coders and categories are too many to pack; `tableOf` counts those.
 */
export function densePatterns(cells: Int8Array, coders: number, categories: number): Pattern[] | null {
  const base = coders + 1;
  if (base ** categories > longestTally) return null;
  const tally = new Uint32Array(base ** categories);
  const keys: number[] = [];
  const place = placesOf(base, categories);
  for (let at = 0; at + coders <= cells.length;) {
    let key = 0;
    for (const end = at + coders; at < end; at += 1) key += place[(cells[at] as number) & 255] as number;
    const seen = tally[key] as number;
    if (seen === 0) keys.push(key);
    tally[key] = seen + 1;
  }
  return keys.filter((key) => key > 0).map((key) => unpacked(key, tally[key] as number, { base, categories }));
}

/** What each possible cell adds to a key, by its lowest byte; what is no category adds nothing. */
function placesOf(base: number, categories: number): Int32Array {
  const place = new Int32Array(256);
  for (let category = 0; category < categories; category += 1) place[category] = base ** category;
  return place;
}

function unpacked(key: number, units: number, { base, categories }: { base: number; categories: number }): Pattern {
  const values: number[] = [];
  const counts: number[] = [];
  let marks = 0;
  for (let category = 0, rest = key; category < categories && rest > 0; category += 1, rest = Math.floor(rest / base)) {
    const count = rest % base;
    if (count === 0) continue;
    values.push(category);
    counts.push(count);
    marks += count;
  }
  return { units, marks, values, counts };
}
