import type { CodeNode } from '@/lib/codebook';
import { fold } from '@/lib/text';

export type TreeStep = { walk: string } | { toggle: string } | null;

type At = { key: string; at: string; closed: ReadonlySet<string> };

/**
 * What a key does in the tree, after the tree pattern of the ARIA Authoring Practices: up and down walk, right opens
 * or goes to the first child, left closes or goes to the parent, a letter goes to the next code beginning with it.
 */
export function treeStep(nodes: readonly CodeNode[], { key, at, closed }: At): TreeStep {
  const index = nodes.findIndex((node) => node.code.id === at);
  const node = nodes[index];
  if (!node) return null;
  switch (key) {
    case 'ArrowDown':
      return walkTo(nodes[index + 1]);
    case 'ArrowUp':
      return walkTo(nodes[index - 1]);
    case 'Home':
      return walkTo(nodes[0]);
    case 'End':
      return walkTo(nodes.at(-1));
    case 'ArrowRight':
      return opens(node, closed) ? { toggle: at } : walkTo(node.children.length > 0 ? nodes[index + 1] : undefined);
    case 'ArrowLeft':
      return closes(node, closed) ? { toggle: at } : walkTo(parentOf(nodes, index));
    default:
      return walkTo(nextBeginning(nodes, { index, key }));
  }
}

function walkTo(node: CodeNode | undefined): TreeStep {
  return node ? { walk: node.code.id } : null;
}

function opens({ code, children }: CodeNode, closed: ReadonlySet<string>): boolean {
  return children.length > 0 && closed.has(code.id);
}

function closes({ code, children }: CodeNode, closed: ReadonlySet<string>): boolean {
  return children.length > 0 && !closed.has(code.id);
}

function parentOf(nodes: readonly CodeNode[], index: number): CodeNode | undefined {
  return nodes.slice(0, index).findLast(({ depth }) => depth < nodes[index]!.depth);
}

function nextBeginning(
  nodes: readonly CodeNode[],
  { index, key }: { index: number; key: string },
): CodeNode | undefined {
  if ([...key].length !== 1 || key.trim() === '') return undefined;
  const letter = fold(key, { accents: 'ignore' }).text;
  const after = [...nodes.slice(index + 1), ...nodes.slice(0, index + 1)];
  return after.find(({ code }) => fold(code.name, { accents: 'ignore' }).text.startsWith(letter));
}
