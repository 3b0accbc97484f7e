import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Refusal } from '@/lib/errors';
import {
  checkTiling,
  cutUnits,
  directionOf,
  guessLanguage,
  isBoundary,
  markdownBlocks,
  normalise,
  packUnits,
  plainBlocks,
  type Block,
} from '@/lib/text';
import type { documentChanges } from './changes';
import type { AttributeValues, Direction } from './document';
import { filled } from './values';

export type AskedDocument = z.infer<(typeof documentChanges)['document.add']['body']>;

/** A document ready to be stored: what people say of it, and its text with everything that is ever cut from it. */
export type CutDocument = {
  id: string;
  title: string;
  language: string | null;
  direction: Direction;
  attributes: AttributeValues;
  cut: CutText;
};
export type CutText = ReturnType<typeof cutText>;

/**
 * Settles line ends and byte order mark, cuts blocks and units once, takes the fingerprint. A long text takes a good part of a
 * second, so this is done before a project is locked for the change.
 */
export function cutDocument(asked: AskedDocument): CutDocument {
  const { text } = normalise(asked.text);
  if (text === '') throw new Refusal('invalid', 'The document has no text.');
  const blocks = asked.blocks ?? (asked.format === 'markdown' ? markdownBlocks : plainBlocks)(text);
  if (asked.blocks) refuseUnfit(text, blocks);
  const language = asked.language === undefined ? guessLanguage(text) : asked.language;
  const direction = asked.direction ?? directionOf(text);
  const { id, title, attributes } = asked;
  return { id, title, language, direction, attributes: filled(attributes), cut: cutText(text, blocks, language) };
}

/** Blocks come from a reader by way of a browser, or from a script. */
function refuseUnfit(text: string, blocks: readonly Block[]): void {
  const split = blocks.find(({ start }) => !isBoundary(text, start));
  const fault = checkTiling(text, blocks) ?? (split && `A block begins within a character, at ${split.start}.`);
  if (fault) throw new Refusal('invalid', `The blocks do not fit the text. ${fault}`);
}

function cutText(text: string, blocks: Block[], language: string | null) {
  const { segmenter, word, sentence, paragraph } = cutUnits(text, blocks, language);
  const [words, sentences, paragraphs] = [word, sentence, paragraph].map((unit) => new Uint8Array(packUnits(unit)));
  return {
    text,
    blocks,
    segmenter,
    words: words!,
    sentences: sentences!,
    paragraphs: paragraphs!,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    length: text.length,
  };
}
