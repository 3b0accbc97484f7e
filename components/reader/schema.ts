import { Node, type Extensions } from '@tiptap/core';
import type { Block } from '@/lib/text';

/** The editor's name for each kind of block. */
export const nodeNames = {
  heading: 'heading',
  paragraph: 'paragraph',
  'list-item': 'listItem',
  quote: 'quote',
  'table-cell': 'tableCell',
  'speaker-turn': 'speakerTurn',
} as const satisfies Record<Block['kind'], string>;

/** What a block's element is told besides its kind: attributes of HTML by name. */
export type Look = Record<string, string>;

/** doc > section+ > (block or list of items)+; a block holds one text node. Blocks carry their kind as `data-kind`. */
export function readerNodes(): Extensions {
  const blocks = (Object.keys(nodeNames) as Block['kind'][]).map(blockNode);
  return [doc, section, list, ...blocks, Node.create({ name: 'text' })];
}

const doc = Node.create({ name: 'doc', topNode: true, content: 'section+' });

const section = Node.create({
  name: 'section',
  content: '(block|list)+',
  addAttributes: () => ({ height: own(0) }),
  renderHTML: ({ node }) =>
    element('div', { 'data-section': '', style: `contain-intrinsic-size: auto ${node.attrs['height']}px` }),
});

const list = Node.create({
  name: 'list',
  content: `${nodeNames['list-item']}+`,
  renderHTML: () => element('ul', { role: 'list' }),
});

function blockNode(kind: Block['kind']) {
  return Node.create({
    name: nodeNames[kind],
    group: kind === 'list-item' ? undefined : 'block',
    content: 'text*',
    marks: '',
    addAttributes: () => ({ level: own(1), look: own({}) }),
    renderHTML: ({ node: { attrs } }) => element(tagOf(kind, attrs['level']), { 'data-kind': kind, ...attrs['look'] }),
  });
}

/** An attribute that the node's own `renderHTML` sees to. */
function own<T>(value: T) {
  return { default: value, rendered: false };
}

/** The element itself: of a description the editor would check every attribute, which tells in a long text. */
function element(tag: string, attributes: Look): { dom: HTMLElement; contentDOM: HTMLElement } {
  const dom = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value);
  return { dom, contentDOM: dom };
}

function tagOf(kind: Block['kind'], level: number): string {
  if (kind === 'heading') return `h${Math.min(level + 1, 6)}`;
  return { paragraph: 'p', 'list-item': 'li', quote: 'blockquote', 'table-cell': 'div', 'speaker-turn': 'p' }[kind];
}
