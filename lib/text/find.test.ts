import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finder, findAll, isWholeWord } from './find';
import { fold } from './fold';
import { isBoundary } from './graphemes';
import { slice } from './span';
import { anyText, anyTextWithSpan } from './testing/any-text';

function found(text: string, query: string, accents?: 'ignore'): string[] {
  return findAll(text, query, { accents }).map((span) => slice(text, span));
}

describe('finding overlooks', () => {
  it('upper and lower case', () => {
    expect(found('Мир МИР мир ΣΟΦΟΣ İstanbul', 'мир')).toEqual(['Мир', 'МИР', 'мир']);
    expect(found('ΣΟΦΟΣ σοφος', 'σοφος')).toEqual(['ΣΟΦΟΣ', 'σοφος']);
    expect(found('İstanbul', 'istanbul')).toEqual(['İstanbul']);
  });

  it('ё for е, but not й for и', () => {
    expect(found('Ещё ёлка, елка', 'елка')).toEqual(['ёлка', 'елка']);
    expect(found('й и', 'и')).toEqual(['и']);
  });

  it('Arabic letters for Persian ones, vowel points, tatweel and the joiner', () => {
    expect(found('كتاب کتاب كِتَابٌ كـتاب', 'کتاب')).toEqual(['كتاب', 'کتاب', 'كِتَابٌ', 'كـتاب']);
    expect(found('می\u200cرویم', 'ميرويم')).toEqual(['می\u200cرویم']);
    expect(found('שָׁלוֹם', 'שלום')).toEqual(['שָׁלוֹם']);
  });

  it('how an accent is written, and on request that it is there', () => {
    expect(found('café cafe\u0301 cafe', 'café')).toEqual(['café', 'cafe\u0301']);
    expect(found('café cafe', 'cafe')).toEqual(['cafe']);
    expect(found('café cafe\u0301 cafe', 'cafe', 'ignore')).toEqual(['café', 'cafe\u0301', 'cafe']);
  });

  it('how wide white space is, and line ends', () => {
    expect(found('a  b a\n b ab', 'A B')).toEqual(['a  b', 'a\n b']);
  });
});

describe('finding', () => {
  it('takes the query literally', () => {
    expect(found('a.c abc (a.c)', 'a.c')).toEqual(['a.c', 'a.c']);
  });

  it('returns whole characters', () => {
    expect(found('👨\u200d👩\u200d👧', '👩')).toEqual(['👨\u200d👩\u200d👧']);
    expect(found('한국', '하')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect([findAll('a b', ''), findAll('a b', ' \n'), findAll('', 'a')]).toEqual([[], [], []]);
  });

  it('finds again what was cut from the text', () => {
    const whole = anyTextWithSpan().filter(({ text, span }) => {
      const query = slice(text, span);
      return isBoundary(text, span.start) && isBoundary(text, span.end) && fold(query).text.trim() !== '';
    });
    fc.assert(
      fc.property(whole, ({ text, span }) => {
        expect(findAll(text, slice(text, span))).not.toEqual([]);
      }),
    );
  });

  it('gives disjoint whole characters in reading order', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('a', 'м', 'ا', 'word', '. ', '😀', '\u0301', '🇷'), (text, query) => {
        let before = 0;
        for (const { start, end } of findAll(text, query)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect([isBoundary(text, start), isBoundary(text, end)]).toEqual([true, true]);
          before = end;
        }
      }),
    );
  });

  it('may fold a text once for many queries', () => {
    const find = finder('war and peace and war');
    expect([find('war').length, find('and').length, find('truce').length]).toEqual([2, 2, 0]);
  });
});

describe('a whole word', () => {
  const whole = (text: string, query: string) => findAll(text, query).filter((span) => isWholeWord(text, span)).length;

  it('is not the middle of a longer one, in any alphabet', () => {
    expect(whole('war, warm; post-war war2 «war»', 'war')).toBe(3);
    expect(whole('мир мира миру: мир.', 'мир')).toBe(2);
    expect(whole('صلح صلح‌آمیز، صلح', 'صلح')).toBe(2);
    expect(whole('שלום ושלום', 'שלום')).toBe(1);
  });

  it('may end at a letter that carries a mark only with that mark', () => {
    expect(whole('cafe café', 'cafe')).toBe(1);
  });

  it('is any find where words are written without spaces', () => {
    expect(whole('中东和平进程', '和平')).toBe(1);
  });
});
