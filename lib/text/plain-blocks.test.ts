import { describe, expect, it } from 'vitest';
import { plainBlocks } from './plain-blocks';
import { slice } from './span';
import { corpus } from './testing/corpus';

/** What each block says, trimmed. */
function said(text: string): string[] {
  return plainBlocks(text).map((block) => slice(text, block).trim());
}

const wrapped = [
  'We meet in this hall at a moment when the promises of the past are tested',
  'every day, and when those who made them ask whether they still hold. They',
  'do hold, because we keep them, and because nobody else will keep them for',
  'us.',
].join('\n');

describe('paragraphs of plain text', () => {
  it('are parted by blank lines, also by lines of mere spaces', () => {
    expect(said('one\n\ntwo\n \t\nthree')).toEqual(['one', 'two', 'three']);
  });

  it('go on over line ends where a text is wrapped to a column', () => {
    expect(said(`${wrapped}\n\n${wrapped}`)).toEqual([wrapped, wrapped]);
  });

  it('end at a line that had room left and a full stop, even in wrapped text', () => {
    const second = wrapped.replace('We meet', 'You come');
    expect(said(`${wrapped}\n${second}`)).toEqual([wrapped, second]);
  });

  it('begin at an indented line of wrapped text', () => {
    const filled = wrapped.replace('us.', 'us or for those who come after us and wonder what we did with our days.');
    expect(said(`${filled}\n    ${filled}`)).toEqual([filled, filled]);
  });

  it('are lines where an article was pasted with one paragraph a line', () => {
    const article = ['A headline', 'x'.repeat(300), 'y'.repeat(700), 'z'.repeat(200)];
    expect(said(article.join('\n'))).toEqual(article);
  });

  it('are lines in verse', () => {
    const verse = [
      'Shall I compare thee to a summer day',
      'Thou art more lovely',
      'And rough winds shake the darling buds of May',
    ];
    expect(said(verse.join('\n'))).toEqual(verse);
  });

  it('are lines in a list of short items', () => {
    const list = ['Dear presidents,', 'Dear ministers of foreign affairs and of finance,', 'Nations of the world!'];
    expect(said(list.join('\n'))).toEqual(list);
  });

  for (const [file, text] of corpus('books/federalist-papers-pg1404-8.txt', 'ungdc/CHN_79_2024.txt')) {
    it(`are recovered from the wrapped ${file}`, () => {
      const lines = text.split('\n').filter((line) => line.trim() !== '').length;
      expect(plainBlocks(text).length).toBeLessThan(lines / 4);
    });
  }

  for (const [file, text] of corpus('books/hafez-fa.txt', 'ungdc/UKR_77_2022.txt', 'us-government/1961-Kennedy.txt')) {
    it(`are the lines of ${file}`, () => {
      expect(said(text)).toEqual(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      );
    });
  }
});
