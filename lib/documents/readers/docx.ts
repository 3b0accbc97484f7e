import type { Reader } from './reader';
import { TextWriter } from './text-writer';
import { titleOf } from './titles';
import { writeBody } from './word/body';
import { openParts } from './word/parts';
import { leftOut, noteWarnings } from './word/left-out';

/**
 * Word documents (.docx): headings, lists with their numbers, quotes, tables, text boxes, foot- and endnotes. Tracked
 * changes are taken as accepted; hidden text, comments, page headers and footers stay outside. Each is said.
 */
export const docx: Reader = {
  format: 'docx',
  title: 'Word document',
  extensions: ['.docx', '.docm', '.dotx'],
  async read(bytes) {
    const parts = await openParts(bytes);
    const writer = new TextWriter();
    const left = leftOut();
    writeBody(parts, { writer, left });
    const { text, blocks } = writer.finish();
    return {
      text,
      blocks,
      warnings: noteWarnings(left, parts),
      title: titleOf(text, blocks),
      properties: parts.properties,
      encoding: null,
      guessed: false,
    };
  },
};
