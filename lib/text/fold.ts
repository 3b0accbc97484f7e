import { isSpace } from './white-space';

/** A text made comparable for search, and where each unit of it came from. */
export type Folded = {
  text: string;
  /** For each unit of the folded text, where the character it came from begins in the original. */
  starts: number[];
  /** For each unit of the folded text, where the character (or run of white space) it came from ends. */
  ends: number[];
};

export type FoldOptions = {
  /** `ignore` finds “Erdogan” in “Erdoğan”: marks on Latin and Greek letters do not count. */
  accents?: 'keep' | 'ignore';
};

/**
 * Folds what writers vary without meaning anything by it: upper and lower case, composed and decomposed accents, ё and
 * е, Arabic and Persian yeh and kaf, vowel points of Arabic and Hebrew, tatweel, invisible joiners and direction marks,
 * and the length of white space. The text itself is never changed; this is only for looking.
 */
export function fold(text: string, { accents = 'keep' }: FoldOptions = {}): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  let base = '';
  for (let at = 0; at < text.length;) {
    const end = isSpace(text.charCodeAt(at)) ? spaceEnd(text, at) : at + characterLength(text, at);
    for (const unit of foldedCharacter(text.slice(at, end))) {
      if (!isMark(unit)) base = unit;
      else if (isDropped(base, unit, accents)) continue;
      parts.push(unit);
      for (let units = 0; units < unit.length; units += 1) {
        folded.starts.push(at);
        folded.ends.push(end);
      }
    }
    at = end;
  }
  folded.text = parts.join('');
  return folded;
}

/** True for a mark that sits on a letter and that the alphabets of Europe write (U+0300 to U+036F). */
export function isMark(unit: string): boolean {
  return unit >= '\u0300' && unit <= '\u036f';
}

function isDropped(base: string, mark: string, accents: 'keep' | 'ignore'): boolean {
  if ((base === 'е' && mark === '\u0308') || (base === 'i' && mark === '\u0307')) return true; // ё; Turkish İ
  return accents === 'ignore' && /[\p{Script=Latin}\p{Script=Greek}]/u.test(base);
}

/** One character, or one run of white space, as it is compared: nothing, itself, or several characters. */
function foldedCharacter(character: string): string {
  const known = memory.get(character);
  if (known !== undefined) return known;
  const result = isSpace(character.charCodeAt(0)) ? ' ' : variants(decomposed(character.toLowerCase()));
  if (memory.size < memorySize) memory.set(character, result);
  return result;
}

/** Letter and accents apart. Korean syllables stay whole, or the beginning of one would be found in another. */
function decomposed(character: string): string {
  return character >= '\uac00' && character <= '\ud7a3' ? character : character.normalize('NFD');
}

function variants(characters: string): string {
  return characters.replace(ignored, '').replace(/[يىكς]/gu, (letter) => sameAs[letter] ?? letter);
}

// Most texts use a few hundred characters; a book in Chinese some thousands.
const memory = new Map<string, string>();
const memorySize = 20_000;

const sameAs: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ς: 'σ' };

// Harakat and other marks of Arabic, points and cantillation of Hebrew, tatweel, soft hyphen, joiner, direction marks.
const ignored =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u00ad\u200b\u200c\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069]/gu;

function spaceEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
