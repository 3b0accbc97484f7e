import { content, type Block } from '@/lib/text';

/** A title is at most this long; what begins with more is a sentence, not a name. */
const longest = 120;

/** The words of the first heading, if it stands near the beginning; else the first line, if it reads like a name. */
export function titleOf(text: string, blocks: readonly Block[]): string | null {
  const heading = blocks.slice(0, 10).find(({ kind }) => kind === 'heading');
  return (heading && namedBy(wordsOf(text, heading))) ?? firstLineTitle(text);
}

/** The first line, unless it ends like a sentence or a speaker's mark. */
export function firstLineTitle(text: string): string | null {
  const first = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return /[.!?…:;,»”"\]]$/u.test(first) ? null : namedBy(first);
}

/** The words on one line, or null where they are none or too many for a name. */
export function namedBy(words: string): string | null {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > 0 && line.length <= longest ? line : null;
}

/** What a block says. */
export function wordsOf(text: string, block: Block): string {
  const said = content(text, block);
  return said ? text.slice(said.start, said.end) : '';
}
