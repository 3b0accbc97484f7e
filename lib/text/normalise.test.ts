import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/errors';
import { normalise } from './normalise';
import { anyText } from './testing/any-text';

/** A text as some program saved it: its line ends replaced at random, perhaps with a byte order mark. */
const anyRaw = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(anyText({ maxPieces: 6 }), fc.constantFrom('\n', '\r\n', '\r'))))
  .map(([mark, parts]) => (mark ? '\ufeff' : '') + parts.flat().join(''));

describe('normalising', () => {
  it('turns every kind of line end into one and drops the byte order mark', () => {
    expect(normalise('\ufeffa\r\nb\rc\nd\r\n').text).toBe('a\nb\nc\nd\n');
  });

  it('alters nothing else: not Unicode form, not inner marks, not odd spaces', () => {
    const odd = 'e\u0301 ﬁ \u00a0\u2028 x\ufeffy مي\u200cروم ';
    expect(normalise(odd).text).toBe(odd);
  });

  it('is done after once', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(normalise(text).text).toBe(text);
      }),
    );
  });

  it('tells where each place of the raw text went, so that what came with positions keeps its words', () => {
    fc.assert(
      fc.property(anyRaw, (raw) => {
        const { text, toStored } = normalise(raw);
        expect(toStored(raw.length)).toBe(text.length);
        const kept = [...raw.split('').keys()].filter((offset) => toStored(offset + 1) === toStored(offset) + 1);
        expect(kept.map(toStored)).toEqual([...text.split('').keys()]);
        expect(kept.map((offset) => (raw[offset] === '\r' ? '\n' : raw[offset])).join('')).toBe(text);
      }),
    );
  });
});

describe('a text that cannot be stored', () => {
  it('is refused for a NUL, with its line, column and number in whole characters', () => {
    expect(refusal('\ufeffone\r\n😀\0')).toMatch(/^In line 2, column 2 \(character 6\) there is a NUL character/);
  });

  it('is refused for half of a surrogate pair, wherever it stands', () => {
    expect(refusal('\ud83d')).toMatch(/^In line 1, column 1 \(character 1\) there is half of a character/);
    expect(refusal('ok\ude00')).toMatch(/^In line 1, column 3/);
    expect(refusal('a\rb\r\nc\ud800d')).toMatch(/^In line 3, column 2 \(character 6\)/);
  });
});

function refusal(raw: string): string {
  try {
    normalise(raw);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toHaveProperty('code', 'unreadable');
    return (error as Refusal).message;
  }
  return 'accepted';
}
