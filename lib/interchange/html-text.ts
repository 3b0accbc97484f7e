import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** The words of a piece of HTML, and the way from offsets in bytes over its text nodes to places in them. */
export type HtmlText = {
  text: string;
  /**
   * The place (UTF-16) of an offset counted in UTF-8 bytes over the text nodes alone; null for one past the end. Between two
   * text nodes a passage begins in the second and ends in the first.
   */
  fromByte(offset: number, side: 'start' | 'end'): number | null;
};

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * The text nodes of HTML one after the other. Where blocks meet without white space between them a line end is put in, so
 * that paragraphs stay apart; offsets step over it.
 */
export function htmlText(html: string): HtmlText {
  const pieces: { bytes: number; at: number; words: string }[] = [];
  let [text, bytes] = ['', 0];
  const visit = (node: Node) => {
    if (node.nodeName === '#text') {
      const words = (node as DefaultTreeAdapterTypes.TextNode).value;
      pieces.push({ bytes, at: text.length, words });
      text += words;
      bytes += Buffer.byteLength(words);
    }
    const children = 'childNodes' in node ? node.childNodes : [];
    if (isBlock(node)) text = apart(text);
    for (const child of children) visit(child);
    if (isBlock(node)) text = apart(text);
  };
  for (const node of parseFragment(html).childNodes) visit(node);
  return {
    text: text.trimEnd() === '' ? '' : text,
    fromByte: (offset, side) => placeOf(side === 'end' ? pieces : pieces.toReversed(), offset),
  };
}

function isBlock({ nodeName }: Node): boolean {
  return /^(p|div|h[1-6]|li|ul|ol|blockquote|pre|table|tr|td|th|section|article|header|footer|br|hr|dl|dt|dd)$/.test(
    nodeName,
  );
}

function apart(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** The place in the first of the pieces that reaches the offset. */
function placeOf(pieces: readonly { bytes: number; at: number; words: string }[], offset: number): number | null {
  for (const { bytes, at, words } of pieces) {
    const inside = offset - bytes;
    if (inside >= 0 && inside <= Buffer.byteLength(words))
      return at + Buffer.from(words).subarray(0, inside).toString().length;
  }
  return null;
}
