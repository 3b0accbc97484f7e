import { counted } from './counted';
import { begins, refuseOtherKind } from './kinds';
import type { Reader } from './reader';
import { readRichText } from './rich-text/read';
import { titleOf } from './titles';

/**
 * Rich text (.rtf): headings, lists with their numbers, tables, text boxes, foot- and endnotes. What tracked changes
 * struck out, hidden text, comments, page headers and footers stay outside. Each is said.
 */
export const rtf: Reader = {
  format: 'rtf',
  title: 'Rich text',
  extensions: ['.rtf'],
  read(bytes) {
    if (!begins(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) refuseOtherKind(bytes, 'a rich text document (.rtf)');
    const { text, blocks, left } = readRichText(bytes);
    const warnings = [
      ...(left.deleted > 0
        ? [`Tracked changes were taken as accepted; ${counted(left.deleted, 'struck-out character')} were left out.`]
        : []),
      ...(left.hidden > 0 ? [`Hidden text was left out (${counted(left.hidden, 'character')}).`] : []),
      ...(left.comments > 0
        ? [`${counted(left.comments, 'comment')} beside the text ${left.comments === 1 ? 'was' : 'were'} left out.`]
        : []),
      ...(left.headers ? ['Page headers and footers were left out.'] : []),
      ...(left.unsure ? ['Some characters are in an encoding that is not known here; look at them closely.'] : []),
    ];
    return { text, blocks, warnings, title: titleOf(text, blocks), encoding: null, guessed: false };
  },
};
