import { plainBlocks } from '@/lib/text';
import { decodeText } from './decode';
import type { Reader } from './reader';
import { firstLineTitle } from './titles';

/** Plain text: paragraphs between blank lines (or line by line), speakers before a colon. */
export const text: Reader = {
  format: 'text',
  title: 'Plain text',
  extensions: ['.txt', '.text'],
  read(bytes, asked) {
    const decoded = decodeText(bytes, asked);
    return { ...decoded, blocks: plainBlocks(decoded.text), warnings: [], title: firstLineTitle(decoded.text) };
  },
};
