/**
 * Words from a stranger's file as Concord can keep them: no NUL, which Postgres refuses, no half of a surrogate pair, which
 * it would turn into another character unasked.
 */
export function storable(words: string): string {
  return words.replaceAll('\0', '').toWellFormed();
}

/** A name that fits its field; never empty. */
export function fittingName(words: string, most: number, otherwise: string): string {
  return cut(storable(words).trim(), most).trim() || otherwise;
}

/** At most so many UTF-16 code units, never half of a pair. */
export function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  const head = words.slice(0, most);
  return head.isWellFormed() ? head : head.slice(0, -1);
}

/** A time as the log writes it; now where a file says nothing that could be one. */
export function fittingTime(said: string): string {
  const time = new Date(said);
  const year = time.getUTCFullYear();
  return (year >= 1 && year <= 9_999 ? time : new Date()).toISOString();
}
