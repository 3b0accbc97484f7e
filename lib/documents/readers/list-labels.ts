/** One level of a numbered list. `pattern` holds %1 to %9 for the numbers of the levels down to this one. */
export type Level = { start: number; format: string; pattern: string };

/**
 * The label before a list item, as a word processor shows it: "2.", "(b)", "1.3". Empty for bullets, which are no words.
 * `counts` holds the number reached at each level.
 */
export function listLabel(
  levels: readonly (Level | undefined)[],
  counts: readonly (number | undefined)[],
  at: number,
): string {
  const level = levels[at];
  if (!level || level.format === 'bullet' || level.format === 'none') return '';
  return level.pattern.replace(/%([1-9])/g, (_whole, digit: string) => {
    const place = Number(digit) - 1;
    return written(counts[place] ?? levels[place]?.start ?? 1, levels[place]?.format ?? 'decimal');
  });
}

/** A number in the way a list asks for. A way not known here is written in digits. */
function written(number: number, format: string): string {
  if (number < 1 || number > 5_000) return String(number);
  if (/letter/i.test(format)) return cased(letters(number, 'abcdefghijklmnopqrstuvwxyz'), format);
  if (/roman/i.test(format)) return cased(roman(number), format);
  if (/russian/i.test(format)) return cased(letters(number, 'абвгдежзиклмнопрстуфхцчшщэюя'), format);
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  return String(number);
}

/** a to z, then aa, bb, as word processors count on. */
function letters(number: number, alphabet: string): string {
  const letter = alphabet[(number - 1) % alphabet.length] ?? '';
  return letter.repeat(Math.ceil(number / alphabet.length));
}

function roman(number: number): string {
  let left = number;
  let said = '';
  for (const [value, numeral] of numerals) {
    while (left >= value) {
      said += numeral;
      left -= value;
    }
  }
  return said;
}

const numerals = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function cased(label: string, format: string): string {
  return format.startsWith('upper') ? label.toUpperCase() : label;
}
