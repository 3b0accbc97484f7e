import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointRuler, toCodePoint, toUtf16 } from './code-points';
import { anyText } from './testing/any-text';

describe('the code point ruler', () => {
  it('counts an emoji as one where UTF-16 counts two', () => {
    const text = 'a😀b';
    expect(codePointRuler(text).length).toBe(3);
    expect(toCodePoint(text, 3)).toBe(2);
    expect(toUtf16(text, 2)).toBe(3);
  });

  it('agrees with counting one character after the other, both ways, at every place', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const ruler = codePointRuler(text);
        const starts = [0];
        for (const character of text) starts.push((starts.at(-1) ?? 0) + character.length);
        expect(starts.map((start) => ruler.toCodePoint(start))).toEqual([...starts.keys()]);
        expect([...starts.keys()].map((index) => ruler.toUtf16(index))).toEqual(starts);
        expect(ruler.length).toBe(starts.length - 1);
      }),
    );
  });

  it('changes nothing in a text without astral characters', () => {
    const ruler = codePointRuler('Мир, صلح, peace');
    expect([0, 7, 15].map((offset) => ruler.toCodePoint(offset))).toEqual([0, 7, 15]);
  });

  it('refuses an offset inside a surrogate pair, and says which character it splits', () => {
    expect(() => toCodePoint('a😀b', 2)).toThrow(
      new RangeError('Offset 2 splits the character “😀” (a surrogate pair).'),
    );
  });

  it('refuses offsets that are no place in the text', () => {
    for (const offset of [-1, 4, 0.5, NaN]) expect(() => toCodePoint('abc', offset)).toThrow(RangeError);
    expect(() => toUtf16('a😀', 3)).toThrow('Offset 3 lies outside the text, which has 2 code points.');
  });
});
