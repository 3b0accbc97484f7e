import type { Mark, Node } from '@tiptap/pm/model';
import MarkdownIt from 'markdown-it';
import { MarkdownParser, MarkdownSerializer, type MarkdownSerializerState } from 'prosemirror-markdown';
import { normal } from './normal';
import { isSafeLink } from './safe-link';
import { memoSchema } from './schema';

/** The document that a memo says. Any text is a memo: what is no markup stands there as it was typed, HTML included. */
export function readMemo(markdown: string): Node {
  return parser.parse(markdown.replaceAll('\0', '')) ?? memoSchema.topNodeType.createAndFill()!;
}

/** A document as it is kept: Markdown that reads well as it stands, and gives the same document again. */
export function writeMemo(document: Node): string {
  return serializer.serialize(normal(document), { tightLists: true });
}

const markdown = new MarkdownIt('zero');
// What lies deeper would be left out; the declared options do not know this one.
Object.assign(markdown.options, { maxNesting: 100 });
markdown.enable(['blockquote', 'list', 'newline', 'escape', 'entity', 'autolink', 'link', 'emphasis']);
markdown.validateLink = isSafeLink;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;

/**
 * Asterisks open before, and close behind, whatever is not white space; underscores do where no word goes on at their
 * other side. CommonMark asks for punctuation to stand apart as well, which would leave bold off at a quotation mark in
 * scripts that put no spaces between words.
 */
markdown.inline.State = class extends markdown.inline.State {
  override scanDelims(start: number, canSplitWord: boolean) {
    const scanned = super.scanDelims(start, canSplitWord);
    const [before, after] = [this.src.slice(0, start), this.src.slice(start + scanned.length)];
    const free = (inWord: boolean) => canSplitWord || !inWord;
    return {
      ...scanned,
      can_open: /^\S/.test(after) && free(endsInWord(before)),
      can_close: /\S$/.test(before) && free(beginsInWord(after)),
    };
  }
};

function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(text.slice(-2));
}

function beginsInWord(text: string): boolean {
  return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(0, 2));
}

const parser = new MarkdownParser(memoSchema, markdown, {
  paragraph: { block: 'paragraph' },
  blockquote: { block: 'blockquote' },
  bullet_list: { block: 'bulletList' },
  ordered_list: { block: 'orderedList', getAttrs: (token) => ({ start: Number(token.attrGet('start') ?? 1) }) },
  list_item: { block: 'listItem' },
  hardbreak: { node: 'hardBreak' },
  softbreak: { node: 'hardBreak' },
  strong: { mark: 'bold' },
  em: { mark: 'italic' },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href') }) },
});

type Written = [state: MarkdownSerializerState, node: Node, parent: Node, index: number];
type Marked = [state: MarkdownSerializerState, mark: Mark, parent: Node, index: number];

const serializer = new MarkdownSerializer(
  {
    paragraph: (state, node) => (state.renderInline(node), state.closeBlock(node)),
    blockquote: (state, node) => state.wrapBlock('> ', null, node, () => state.renderContent(node)),
    bulletList: (state, node) => state.renderList(node, '  ', () => '- '),
    orderedList: (state, node) => {
      const first: number = node.attrs['start'] ?? 1;
      // Only a list that begins with 1 may follow a paragraph without an empty line between them.
      if (first !== 1) state.write();
      const width = `${first + node.childCount - 1}. `.length;
      state.renderList(node, ' '.repeat(width), (index) => `${first + index}.`.padEnd(width));
    },
    listItem: (state, node) => {
      node.forEach((child, _, index) => {
        const isFiller = index === 0 && node.childCount > 1 && child.content.size === 0;
        if (!isFiller) state.render(child, node, index);
      });
    },
    hardBreak: (...[state, , parent, index]: Written) => state.write(isBreak(parent, index - 1) ? '\\\n' : '\n'),
    text: writeText,
  },
  {
    bold: { open: '**', close: '**', mixable: true },
    italic: {
      open: (_, __, parent) => italicSign(parent),
      close: (_, __, parent) => italicSign(parent),
      mixable: true,
    },
    link: {
      open: (...[, mark, parent, index]: Marked) => (isBare(mark, parent, index) ? '<' : '['),
      close: (...[, mark, parent, index]: Marked) =>
        isBare(mark, parent, index - 1) ? '>' : `](${target(mark.attrs['href'] as string)})`,
      mixable: true,
    },
  },
  { hardBreakNodeName: 'hardBreak' },
);

/**
 * Italic is an asterisk, except in a paragraph that holds bold: an asterisk beside two others can be read in several
 * ways, an underscore cannot. But it takes letters beside it for a name_with_underscores, so there they are disguised.
 */
function italicSign(paragraph: Node): '_' | '*' {
  return paragraph.children.some((node) => has(node, 'bold')) ? '_' : '*';
}

function has(node: Node | null, mark: string): boolean {
  return node?.marks.some(({ type }) => type.name === mark) ?? false;
}

function writeText(...[state, node, parent, index]: Written): void {
  const link = node.marks.find(({ type }) => type.name === 'link');
  if (link && isBare(link, parent, index)) return state.text(node.text!, false);
  const startsLine = index === 0 || isBreak(parent, index - 1);
  const endsLine = index === parent.childCount - 1 || isBreak(parent, index + 1);
  const emphasised = node.marks.some((mark) => mark !== link);
  const sign = italicSign(parent);
  let words = escaped(node.text!, sign);
  if (startsLine) words = words.replace(looksLikeABlock, '$1\\$2');
  if (startsLine || emphasised) words = words.replace(/^\s+/, entities);
  if (endsLine || emphasised) words = words.replace(/\s+$/, entities);
  if (sign === '_' && !has(node, 'italic')) {
    if (has(parent.maybeChild(index - 1), 'italic')) words = words.replace(/^[\p{L}\p{N}\p{M}]/u, entities);
    if (has(parent.maybeChild(index + 1), 'italic')) words = words.replace(/[\p{L}\p{N}\p{M}]$/u, entities);
  }
  state.text(words, false);
}

function isBreak(parent: Node, index: number): boolean {
  return parent.maybeChild(index)?.type.name === 'hardBreak';
}

/** What would open emphasis, a link, or a character reference, here or in another reader of Markdown. */
function escaped(text: string, italic: '_' | '*'): string {
  return text
    .replace(/[\\`*[\]<]|&(?=#?\w+;)|~(?=~)|(?<=~)~/g, '\\$&')
    .replace(italic === '_' ? /_/g : /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

/** The beginning of a line that would make it an item, a quote, a heading or a rule. */
const looksLikeABlock = /^(\d{0,9})((?<=\d)[.)](?=\s|$)|(?<!\d)(?:[-+](?=\s|$)|[-=+]+\s*$|>|#{1,6}(?=\s|$)))/;

/** Characters as character references: white space that no reader of Markdown strips, letters that join no word. */
function entities(characters: string): string {
  return Array.from(characters, (character) => `&#${character.codePointAt(0)};`).join('');
}

/** True where a link shows nothing but its own address, and so can be written as that alone. */
function isBare(link: Mark, parent: Node, index: number): boolean {
  const node = parent.maybeChild(index);
  if (
    !node?.isText ||
    node.text !== link.attrs['href'] ||
    node.marks.length > 1 ||
    !/^https?:[^<>\s]*$/.test(node.text!)
  )
    return false;
  return ![index - 1, index + 1].some((at) => link.isInSet(parent.maybeChild(at)?.marks ?? []));
}

function target(href: string): string {
  return /^(?:[^<>()\\&]|&(?!#?\w+;))+$/.test(href) ? href : `<${href.replace(/[<>\\]|&(?=#?\w+;)/g, '\\$&')}>`;
}
