import { expect, it } from 'vitest';
import { withoutRunningHeads } from './portable/running-heads';
import { writeParagraphs } from './portable/paragraphs';
import { TextWriter } from './text-writer';
import type { Line } from './portable/pages';

/** Lines of print: 12 points high, 6 points a letter, 16 points apart. A number first moves the line in. */
function page(number: number, ...words: (string | [number, string])[]): Line[] {
  return words.map((each, index) => {
    const [indent, said] = typeof each === 'string' ? [0, each] : each;
    return {
      words: said,
      page: number,
      left: 50 + indent,
      right: 50 + indent + said.length * 6,
      y: 800 - index * 16,
      size: 12,
    };
  });
}

function written(lines: Line[]): string {
  const writer = new TextWriter();
  writeParagraphs(writer, lines);
  return writer.finish().text;
}

it('joins lines that print cut, undoes hyphens of line ends, and keeps those of words', () => {
  const lines = page(
    1,
    'The well-known ministers met in the capital and dis-',
    'cussed the terms of peace for the whole day, as well-',
    'known people do. They agreed on nothing.',
  );
  expect(written(lines)).toBe(
    'The well-known ministers met in the capital and discussed the terms of peace for the whole day, as well-known people do. They agreed on nothing.',
  );
});

it('parts paragraphs at short lines, indents and gaps', () => {
  const short = page(
    1,
    'A first paragraph that fills all of its printed line',
    'and ends here.',
    'Another one that fills all of its line like the first',
    'does.',
  );
  expect(written(short)).toBe(
    'A first paragraph that fills all of its printed line and ends here.\n\nAnother one that fills all of its line like the first does.',
  );
  const indented = page(
    1,
    'One whose last line happens to be full to the margin.',
    [20, 'The next begins further in, as in printed books and'],
    'goes on.',
  );
  expect(written(indented).split('\n\n')).toHaveLength(2);
});

it('goes on over the end of a page in the middle of a sentence', () => {
  const lines = [...page(1, 'They said that nothing would be decided before the'), ...page(2, 'summer, and left.')];
  expect(written(lines)).toBe('They said that nothing would be decided before the summer, and left.');
});

it('leaves out what stands at the edge of page after page, numbers aside, and tells what', () => {
  const pages = [1, 2, 3].map((number) =>
    page(
      number,
      'Report on talks',
      `Body ${'abc'[number - 1]} begins.`,
      'Middle words.',
      'Body ends.',
      `Last line ${'abc'[number - 1]}.`,
      `Page ${number} of 3`,
    ),
  );
  const { lines, repeated } = withoutRunningHeads(pages);
  expect(lines.map(({ words }) => words).join(' ')).toBe(
    'Body a begins. Middle words. Body ends. Last line a. Body b begins. Middle words. Body ends. Last line b. Body c begins. Middle words. Body ends. Last line c.',
  );
  expect(repeated).toEqual(['Report on talks', 'Page 3 of 3']);
});
