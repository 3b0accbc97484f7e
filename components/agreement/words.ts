import type { Level, Reason, Rule } from '@/lib/agreement';

/** A coefficient as people write it: three decimals and a true minus. */
export function decimal(value: number, digits = 3): string {
  const rounded = value.toFixed(digits);
  return Number(rounded) === 0 ? (0).toFixed(digits) : rounded.replace('-', '−');
}

export function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** A word as it begins a heading. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "1 sentence", "214 sentences". */
export function counted(value: number, [one, many]: readonly [string, string]): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

export const unitWords: Record<Level, readonly [one: string, many: string]> = {
  word: ['word', 'words'],
  sentence: ['sentence', 'sentences'],
  paragraph: ['paragraph', 'paragraphs'],
  document: ['whole document', 'whole documents'],
  char: ['character', 'characters'],
  charNonSpace: ['character other than white space', 'characters other than white space'],
};

export const ruleSentences: Record<Rule, string> = {
  any: 'counts as marked when any character of it other than white space is',
  half: 'counts as marked when at least half of its characters other than white space are',
};

/** A reason so short that it fits a cell; the sentence stands where the number opens. */
export function shortReason(reason: Reason | null): string {
  if (reason === 'noVariation') return 'one answer only';
  if (reason === 'noPairableUnits' || reason === 'noUnits') return 'nothing to compare';
  return 'undefined';
}

/** A moment as fine print writes it. */
export function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
