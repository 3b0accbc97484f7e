import { useRef, useState, type KeyboardEvent } from 'react';
import type { CodeNode } from '@/lib/codebook';
import { CodeRow, type RowActs } from './code-row';
import classes from './codes.module.css';

type Props = {
  nodes: CodeNode[];
  folded: readonly string[];
  counts: ReadonlyMap<string, number>;
  coding: boolean;
  described: { codeId: string; cardId: string } | null;
  acts: RowActs;
  dismiss: () => void;
};

/** The codebook as a tree for eyes and keyboard: arrows walk and fold, Enter and Space choose, Tab passes by. */
export function CodeTree({ nodes, folded, counts, coding, described, acts, dismiss }: Props) {
  const [walked, setWalked] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const current = nodes.some(({ code }) => code.id === walked) ? walked : nodes[0]?.code.id;

  const walk = (id: string | null | undefined) => {
    if (!id) return;
    setWalked(id);
    root.current?.querySelector<HTMLElement>(`[data-code="${id}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = nodes.findIndex(({ code }) => code.id === current);
    const node = nodes[at];
    const moves: Record<string, () => void> = {
      ArrowDown: () => walk(nodes[at + 1]?.code.id),
      ArrowUp: () => walk(nodes[at - 1]?.code.id),
      Home: () => walk(nodes[0]?.code.id),
      End: () => walk(nodes.at(-1)?.code.id),
      ArrowRight: () => node && (isFolded(node, folded) ? acts.fold(node.code.id) : walk(node.children[0]?.code.id)),
      ArrowLeft: () => node && (isOpen(node, folded) ? acts.fold(node.code.id) : walk(node.code.parentId)),
      Enter: () => node && acts.choose(node.code.id),
      ' ': () => node && acts.choose(node.code.id),
      Escape: dismiss,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  return (
    <div ref={root} role="tree" aria-label="Codes" className={classes.tree} onKeyDown={onKeyDown}>
      {nodes.map((node) => (
        <CodeRow
          key={node.code.id}
          node={node}
          count={counts.get(node.code.id) ?? 0}
          expanded={node.children.length > 0 ? !folded.includes(node.code.id) : undefined}
          current={node.code.id === current}
          describedBy={described?.codeId === node.code.id ? described.cardId : undefined}
          coding={coding}
          acts={acts}
        />
      ))}
    </div>
  );
}

function isFolded(node: CodeNode, folded: readonly string[]): boolean {
  return node.children.length > 0 && folded.includes(node.code.id);
}

function isOpen(node: CodeNode, folded: readonly string[]): boolean {
  return node.children.length > 0 && !folded.includes(node.code.id);
}
