import { plainBlocks } from '@/lib/text';
import { longestGuessedTitle, type Reader } from './reader';

/** Plain text: paragraphs between blank lines (or line by line), speakers before a colon. */
export const text: Reader = {
  format: 'text',
  title: 'Plain text',
  extensions: ['.txt', '.text'],
  blocks: plainBlocks,
  titleOf: (text) => {
    const first = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
    const isName = first.length > 0 && first.length <= longestGuessedTitle && !/[.!?…:;,»”"\]]$/u.test(first);
    return isName ? first : null;
  },
};
