import type { Block } from './blocks';
import { tile } from './blocks';
import { lineEnds } from './hard-wrap';
import { isBlank, linesOf } from './lines';
import { splitSpeakerTurns } from './speaker-turns';

/**
 * The blocks of plain text. Blank lines always part paragraphs. Single line ends part them too, except in text that was
 * wrapped to a column. Wherever a speaker's name stands before a colon, a speaker turn begins.
 */
export function plainBlocks(text: string): Block[] {
  return splitSpeakerTurns(text, paragraphs(text));
}

/** The same without looking for speakers. */
export function paragraphs(text: string): Block[] {
  const lines = linesOf(text);
  const ends = lineEnds(text, lines);
  const beginnings = lines.filter((line, index) => {
    const before = lines[index - 1];
    return !isBlank(line) && (!before || isBlank(before) || !ends.isSoft(before, line));
  });
  if (beginnings.length === 0) return text.length > 0 ? [{ kind: 'paragraph', start: 0, end: text.length }] : [];
  return tile(
    text,
    beginnings.map(({ start }) => ({ kind: 'paragraph', start })),
  );
}
