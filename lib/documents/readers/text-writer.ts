import { Refusal } from '@/lib/errors';
import { splitSpeakerTurns, tile, type Block } from '@/lib/text';
import { longestText } from '../changes';

/** A block as it begins; `row` marks the first cell of a table's row. */
export type Beginning = Pick<Block, 'kind' | 'level'> & { row?: boolean };

/**
 * Builds a text and its blocks from what a structured file tells piece by piece. A block that turns out blank leaves
 * nothing behind, so a reader may begin one for every element it meets.
 *
 * Paragraphs are parted by a blank line; items of a list and rows of a table by a line end; cells of a row by a tab.
 */
export class TextWriter {
  #text: string[] = [];
  #length = 0;
  #beginnings: Omit<Block, 'end'>[] = [];
  #open: Beginning = { kind: 'paragraph' };
  #words: string[] = [];
  #label = '';
  /** A row whose first cells are blank begins with the first that is not. */
  #row = false;

  /** Ends the block before and begins another. */
  begin(block: Beginning): void {
    this.end();
    this.#open = block;
    this.#row ||= block.row ?? false;
  }

  /** Adds words to the open block; words outside any block become a paragraph. */
  write(words: string): void {
    this.#words.push(words);
    this.#length += words.length;
    if (this.#length > longestText) refuseLong();
  }

  /** Puts an item's number before its words; an item without words has none. */
  label(label: string): void {
    this.#label = label;
  }

  /** True while the open block has no words yet. */
  get isBlank(): boolean {
    return this.#words.every((words) => words.trim() === '');
  }

  /** Ends the open block. */
  end(): void {
    const words = this.#words.join('').replace(/\r\n?/g, '\n').trim();
    const { kind, level } = this.#open;
    if (words !== '') this.#keep({ kind, ...(level !== undefined && { level }) }, this.#label + words);
    this.#words = [];
    this.#label = '';
    this.#open = { kind: 'paragraph' };
  }

  /** Everything written. Paragraphs that begin with a speaker's name are cut into turns, as in plain text. */
  finish(): { text: string; blocks: Block[] } {
    this.end();
    const text = this.#text.join('');
    return { text, blocks: splitSpeakerTurns(text, tile(text, this.#beginnings)) };
  }

  #keep(block: Pick<Block, 'kind' | 'level'>, words: string): void {
    const before = this.#beginnings.at(-1);
    const gap = before ? gapBetween(before.kind, block.kind, this.#row) : '';
    this.#row = false;
    const start = (before?.start ?? 0) + (this.#text.at(-1)?.length ?? 0) + gap.length;
    if (gap) this.#text[this.#text.length - 1] += gap;
    this.#beginnings.push({ ...block, start });
    this.#text.push(words);
  }
}

function gapBetween(before: Block['kind'], kind: Block['kind'], row: boolean): string {
  if (kind === 'table-cell' && before === 'table-cell') return row ? '\n' : '\t';
  return kind === 'list-item' && before === 'list-item' ? '\n' : '\n\n';
}

function refuseLong(): never {
  const most = longestText.toLocaleString('en');
  throw new Refusal('unreadable', `This text is longer than a document may be (${most} characters). Please split it.`);
}
