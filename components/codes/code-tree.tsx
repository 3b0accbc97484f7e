import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { CodeNode } from '@/lib/codebook';
import type { Asked } from './code-menu';
import { CodeRow, type RowActs } from './code-row';
import classes from './codes.module.css';
import { moveKeys } from './moves';
import { useDragging } from './use-dragging';
import type { Moving } from './use-moving';

type Props = {
  nodes: CodeNode[];
  folded: readonly string[];
  counts: ReadonlyMap<string, number>;
  coding: boolean;
  described: { codeId: string; cardId: string } | null;
  acts: RowActs;
  /** For those who may edit the codebook. */
  editing: { moving: Moving; ask: (asked: Asked) => void } | null;
  dismiss: () => void;
};

/**
 * The codebook as a tree for eyes and keyboard: arrows walk and fold, Enter and Space choose, Tab passes by; Alt with an
 * arrow moves the code itself, and the key for menus opens its menu.
 */
export function CodeTree({ nodes, folded, counts, coding, described, acts, editing, dismiss }: Props) {
  const [walked, setWalked] = useState<string | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const returning = useRef<string | null>(null);
  const dragging = useDragging(editing?.moving ?? still);
  const current = nodes.some(({ code }) => code.id === walked) ? walked : nodes[0]?.code.id;

  const walk = (id: string | null | undefined) => {
    if (!id) return;
    setWalked(id);
    root.current?.querySelector<HTMLElement>(`[data-code="${id}"]`)?.focus();
  };

  // A row that is moved in the page loses the focus; whoever moved it goes on from there.
  useEffect(() => {
    if (!returning.current) return;
    root.current?.querySelector<HTMLElement>(`[data-code="${returning.current}"]`)?.focus();
    returning.current = null;
  }, [nodes]);

  const openMenu = (id: string, opened: boolean) => {
    setMenu(opened ? id : null);
    if (opened) dismiss();
    else walk(id);
  };

  const editWith = (event: KeyboardEvent): boolean => {
    const direction = event.altKey ? moveKeys[event.key] : undefined;
    const isForMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (!editing || !current || (!direction && !isForMenu)) return false;
    if (isForMenu) openMenu(current, true);
    if (direction && editing.moving.canStep(current, direction)) returning.current = current;
    if (direction) editing.moving.step(current, direction);
    return true;
  };

  /** A row that was clicked is where the keys go on from. */
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const id = target.closest<HTMLElement>('[data-code]')?.dataset['code'];
    if (id) setWalked(id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (editWith(event)) return event.preventDefault();
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
    <div ref={root} role="tree" aria-label="Codes" className={classes.tree} onKeyDown={onKeyDown} onFocus={onFocus}>
      {nodes.map((node) => (
        <CodeRow
          key={node.code.id}
          node={node}
          count={counts.get(node.code.id) ?? 0}
          expanded={node.children.length > 0 ? !folded.includes(node.code.id) : undefined}
          current={node.code.id === current}
          describedBy={described?.codeId === node.code.id ? described.cardId : undefined}
          coding={coding}
          editing={
            editing && {
              ...editing,
              drag: dragging.handlers(node.code.id),
              zone: dragging.zoneOf(node.code.id),
              menu: menu === node.code.id,
              setMenu: (opened) => openMenu(node.code.id, opened),
            }
          }
          acts={acts}
        />
      ))}
    </div>
  );
}

/** For those who may not edit: nothing moves. */
const still: Moving = { announcement: '', canStep: () => false, step: () => {}, canDrop: () => false, drop: () => {} };

function isFolded(node: CodeNode, folded: readonly string[]): boolean {
  return node.children.length > 0 && folded.includes(node.code.id);
}

function isOpen(node: CodeNode, folded: readonly string[]): boolean {
  return node.children.length > 0 && !folded.includes(node.code.id);
}
