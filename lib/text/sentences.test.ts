import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences';
import { slice } from './span';

/** The sentences of a text that is one block. */
function sentences(text: string, language: string | null = 'en'): string[] {
  return sentencesOf(text, { start: 0, end: text.length }, language).map((span) => slice(text, span));
}

/** Sentences drawn with a bar between them: the bar is taken out, and must be put back. */
function expectCuts(drawn: string, language: string | null = 'en'): void {
  const parts = drawn.split(' | ');
  expect(sentences(parts.join(' '), language)).toEqual(parts);
}

describe('English sentences', () => {
  it('go on after titles and initials', () => {
    expectCuts('Mr. Smith met Dr. J. F. Kennedy and Gen. Lee. | They talked.');
  });

  it('go on after U.S. before a name, and end there before a word that opens sentences', () => {
    expectCuts('The U.S. Congress voted in the U.S. Senate. | He left the U.S. | The talks went on.');
  });

  it('go on after No. only before a number', () => {
    expectCuts('See Resolution No. 63 of 1991. | Is it over? | No. | Peace is far.');
  });

  it('go on before a word in lower case, whatever stands between', () => {
    expectCuts('“Enough!” – he said and left. | “Why?” | Nobody knew.');
  });

  it('hold the number that counts them', () => {
    expectCuts('1. First we met. | 2. Then we talked.');
    expectCuts('IV. Peace is near.');
  });

  it('go on over the line ends of wrapped text, keeping every offset', () => {
    const text = 'We met\nMr.\nSmith. He\nspoke.';
    expect(sentences(text)).toEqual(['We met\nMr.\nSmith.', 'He\nspoke.']);
  });
});

describe('sentences of other languages', () => {
  it('are right in Russian around initials, years and quoted speech', () => {
    expectCuts('В. В. Путин прибыл 1 янв. 2025 г. в Москву. | «Да!» — сказал он. | Это т.е. конец.', 'ru');
    expectCuts('Он жил на ул. Ленина, д. 5, и т.д. | Потом уехал в 1991 г. | Мы остались.', 'ru');
    expectCuts('Акад. Сахаров выступил.', 'ru');
  });

  it('are cut in Persian, Arabic, Hebrew and Chinese at their own marks', () => {
    expectCuts('آیا صلح ممکن است؟ | بله، دکتر. مصدق گفت.', 'fa');
    expectCuts('هل السلام ممكن؟ | نعم.', 'ar');
    expectCuts('האם השלום אפשרי? | כן.', 'he');
    expect(sentences('和平是可能的。我们相信。', 'zh')).toEqual(['和平是可能的。', '我们相信。']);
  });

  it('know no abbreviations where the language is unknown or not listed, but do know initials', () => {
    expectCuts('Mr. | Smith met J. F. Kennedy.', null);
    expectCuts('Mr. | Smith met J. F. Kennedy.', 'xx-not-a-language-at-all');
  });
});
