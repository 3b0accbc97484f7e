import { markdownBlocks } from '@/lib/text';
import { decodeText } from './decode';
import type { Reader } from './reader';
import { namedBy, wordsOf } from './titles';

/** Plain text with Markdown marks, which stay in the text and only tell where blocks begin. */
export const markdown: Reader = {
  format: 'markdown',
  title: 'Markdown',
  extensions: ['.md', '.markdown'],
  read(bytes, asked) {
    const decoded = decodeText(bytes, asked);
    const blocks = markdownBlocks(decoded.text);
    const heading = blocks.find(({ kind }) => kind === 'heading');
    const title = heading ? namedBy(bare(wordsOf(decoded.text, heading))) : null;
    return { ...decoded, blocks, warnings: [], title };
  },
};

/** A heading's words without the marks before, after and under them. */
function bare(heading: string): string {
  const line = heading.split('\n', 1)[0] ?? '';
  return line
    .replace(/^#+\s*/, '')
    .replace(/\s+#+$/, '')
    .replace(/[*_`]/g, '')
    .trim();
}
