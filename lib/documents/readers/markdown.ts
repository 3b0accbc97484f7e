import { content, markdownBlocks } from '@/lib/text';
import { longestGuessedTitle, type Reader } from './reader';

/** Plain text with Markdown marks, which stay in the text and only tell where blocks begin. */
export const markdown: Reader = {
  format: 'markdown',
  title: 'Markdown',
  extensions: ['.md', '.markdown'],
  blocks: markdownBlocks,
  titleOf: (text, blocks) => {
    const heading = blocks.find(({ kind }) => kind === 'heading');
    const said = heading && content(text, heading);
    const words = said ? bare(text.slice(said.start, said.end)) : '';
    return words.length > 0 && words.length <= longestGuessedTitle ? words : null;
  },
};

/** A heading's words without the marks before, after and under them. */
function bare(heading: string): string {
  const line = heading.split('\n', 1)[0] ?? '';
  return line.replace(/^#+\s*/, '').replace(/\s+#+$/, '').replace(/[*_`]/g, '').trim();
}
