import type { Block } from './blocks';
import { tile } from './blocks';
import type { Line } from './lines';
import { isBlank, linesOf } from './lines';
import { splitSpeakerTurns } from './speaker-turns';

/**
 * The blocks of a text with Markdown marks: headings (`#`, or underlined), list items, quotes, paragraphs. The marks
 * stay in the text, because the text is what was imported; they only tell where blocks begin.
 */
export function markdownBlocks(text: string): Block[] {
  const reading: Reading = { text, beginnings: [], above: 'blank', fence: null, indents: [] };
  for (const line of linesOf(text)) read(reading, line);
  if (reading.beginnings.length > 0) return splitSpeakerTurns(text, tile(text, reading.beginnings));
  return text.length > 0 ? [{ kind: 'paragraph', start: 0, end: text.length }] : [];
}

type Reading = {
  text: string;
  beginnings: Omit<Block, 'end'>[];
  /** What the line above leaves open: a line without marks goes on with an open block and begins one otherwise. */
  above: 'blank' | 'open' | 'closed';
  /** The mark that will close the code we are in. Code is one paragraph, whatever its lines look like. */
  fence: string | null;
  /** Indents of the list items around us, outermost first. */
  indents: number[];
};

function read(reading: Reading, line: Line): void {
  const words = reading.text.slice(line.start + line.indent, line.end);
  const fence = /^(`{3,}|~{3,})/.exec(words)?.[1];
  if (reading.fence !== null) {
    if (!fence?.startsWith(reading.fence)) return;
    reading.fence = null;
    reading.above = 'closed';
  } else if (fence) {
    begin(reading, line, { kind: 'paragraph' });
    reading.fence = fence;
  } else if (isBlank(line)) {
    reading.above = 'blank';
  } else if (!underlines(reading, words)) {
    readWords(reading, line, words);
  }
}

function readWords(reading: Reading, line: Line, words: string): void {
  const last = reading.beginnings.at(-1)?.kind;
  const heading = /^(#{1,6})(?:\s|$)/.exec(words)?.[1];
  if (heading) {
    begin(reading, line, { kind: 'heading', level: heading.length });
    reading.above = 'closed';
  } else if (rule.test(words)) {
    begin(reading, line, { kind: 'paragraph' });
    reading.above = 'closed';
  } else if (/^(?:[-*+]|\d{1,9}[.)])\s/.test(words)) {
    begin(reading, line, { kind: 'list-item', level: listLevel(reading, line.indent) });
  } else if (words.startsWith('>')) {
    if (last !== 'quote' || reading.above !== 'open') begin(reading, line, { kind: 'quote' });
  } else if (reading.above !== 'open') {
    begin(reading, line, { kind: 'paragraph' });
  }
}

const rule = /^([-*_])(?:\s*\1){2,}$/;

function begin(reading: Reading, line: Line, block: Pick<Block, 'kind' | 'level'>): void {
  if (block.kind !== 'list-item' && line.indent === 0) reading.indents = [];
  reading.beginnings.push({ ...block, start: line.start });
  reading.above = 'open';
}

/** Turns the open paragraph into a heading when this line is the row of = or - beneath it. */
function underlines(reading: Reading, words: string): boolean {
  const last = reading.beginnings.at(-1);
  if (reading.above !== 'open' || last?.kind !== 'paragraph' || !/^(?:=+|-{2,})$/.test(words)) return false;
  last.kind = 'heading';
  last.level = words.startsWith('=') ? 1 : 2;
  reading.above = 'closed';
  return true;
}

function listLevel(reading: Reading, indent: number): number {
  reading.indents = [...reading.indents.filter((outer) => outer < indent), indent];
  return reading.indents.length;
}
