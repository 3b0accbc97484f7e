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

/** doc > section+ > (block or list of items)+; a block holds one text node. Blocks carry their kind as `data-kind`. */
export function readerNodes(): Extensions {
  const blocks = (Object.keys(nodeNames) as Block['kind'][]).map(blockNode);
  return [doc, section, list, ...blocks, Node.create({ name: 'text' })];
}

const doc = Node.create({ name: 'doc', topNode: true, content: 'section+' });

const section = Node.create({
  name: 'section',
  content: '(block|list)+',
  addAttributes: () => ({ height: { default: 0 } }),
  renderHTML: ({ node }) => [
    'div',
    { 'data-section': '', style: `contain-intrinsic-size: auto ${node.attrs['height']}px` },
    0,
  ],
});

const list = Node.create({
  name: 'list',
  content: `${nodeNames['list-item']}+`,
  renderHTML: () => ['ul', { role: 'list' }, 0],
});

function blockNode(kind: Block['kind']) {
  return Node.create({
    name: nodeNames[kind],
    group: kind === 'list-item' ? undefined : 'block',
    content: 'text*',
    marks: '',
    addAttributes: () => ({ level: { default: 1 }, look: { default: {} } }),
    renderHTML: ({ node: { attrs } }) => [elementOf(kind, attrs['level']), { 'data-kind': kind, ...attrs['look'] }, 0],
  });
}

function elementOf(kind: Block['kind'], level: number): string {
  if (kind === 'heading') return `h${Math.min(level + 1, 6)}`;
  return { paragraph: 'p', 'list-item': 'li', quote: 'blockquote', 'table-cell': 'div', 'speaker-turn': 'p' }[kind];
}
