import { isSpace } from './white-space';

/** A text made comparable for search, and where each unit of it came from. */
export type Folded = {
  text: string;
  /** For each unit of the folded text, where the character it came from begins in the original. */
  starts: Int32Array;
  /** For each unit of the folded text, where the character (or run of white space) it came from ends. */
  ends: Int32Array;
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
  const sink = new Sink(text.length);
  let base = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const isPlain = unit < 0x80 && !isSpace(unit); // most of most texts, and nothing to look up
    const end = isPlain ? at + 1 : isSpace(unit) ? spaceEnd(text, at) : at + characterLength(text, at);
    if (isPlain) sink.push((base = lowerCase(unit)), at, end);
    else base = pushOther(sink, { text, at, end, base, accents });
    at = end;
  }
  return sink.folded();
}

type Other = { text: string; at: number; end: number; base: number; accents: 'keep' | 'ignore' };

/** Puts in what one character outside ASCII, or a run of white space, is compared as. Returns the letter that marks sit on. */
function pushOther(sink: Sink, { text, at, end, base, accents }: Other): number {
  const folded = foldedCharacter(text, at, end);
  let letter = base;
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charCodeAt(index);
    if (!isMarkUnit(unit)) letter = unit;
    else if (isDropped(letter, unit, accents)) continue;
    sink.push(unit, at, end);
  }
  return letter;
}

/** Collects the folded text unit by unit: in arrays of numbers, for a long text has millions. */
class Sink {
  #units: Uint16Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;

  constructor(expected: number) {
    this.#units = new Uint16Array(expected);
    this.#starts = new Int32Array(expected);
    this.#ends = new Int32Array(expected);
  }

  push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  folded(): Folded {
    const parts: string[] = [];
    for (let at = 0; at < this.#length; at += chunk) {
      parts.push(String.fromCharCode(...this.#units.subarray(at, Math.min(at + chunk, this.#length))));
    }
    return {
      text: parts.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }

  /** Decomposing makes a text longer, seldom by much. */
  #grow(): void {
    const wider = Math.ceil(this.#length * 1.5) + 16;
    const grown = <Array extends Uint16Array | Int32Array>(from: Array, into: Array): Array => (into.set(from), into);
    this.#units = grown(this.#units, new Uint16Array(wider));
    this.#starts = grown(this.#starts, new Int32Array(wider));
    this.#ends = grown(this.#ends, new Int32Array(wider));
  }
}

/** As many units as one call may safely be given. */
const chunk = 8_192;

function lowerCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

/** True for a mark that sits on a letter and that the alphabets of Europe write (U+0300 to U+036F). */
export function isMark(unit: string): boolean {
  return isMarkUnit(unit.charCodeAt(0));
}

function isMarkUnit(unit: number): boolean {
  return unit >= 0x300 && unit <= 0x36f;
}

function isDropped(base: number, mark: number, accents: 'keep' | 'ignore'): boolean {
  if ((base === letterYe && mark === 0x308) || (base === letterI && mark === 0x307)) return true; // ё; Turkish İ
  return accents === 'ignore' && /[\p{Script=Latin}\p{Script=Greek}]/u.test(String.fromCharCode(base));
}

const letterYe = 0x435;
const letterI = 0x69;

/** One character, or one run of white space, as it is compared: nothing, itself, or several characters. */
function foldedCharacter(text: string, at: number, end: number): string {
  const point = text.codePointAt(at) ?? 0;
  if (isSpace(point)) return ' ';
  const known = memory.get(point);
  if (known !== undefined) return known;
  const result = variants(decomposed(text.slice(at, end).toLowerCase()));
  if (memory.size < memorySize) memory.set(point, result);
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
const memory = new Map<number, string>();
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
