import { IconChevronRight } from '@tabler/icons-react';
import { draggedCode } from '@/components/reader';
import type { CodeNode } from '@/lib/codebook';
import { CodeMenu, type Asked } from './code-menu';
import classes from './codes.module.css';
import { KeyCap } from './key-cap';
import type { Zone } from './moves';
import { Swatch } from './swatch';
import type { RowDrag } from './use-dragging';
import type { Moving } from './use-moving';

export type RowActs = {
  choose: (codeId: string) => void;
  fold: (codeId: string) => void;
  open: (codeId: string, row: Element) => void;
  close: () => void;
};

/** What those who may edit the codebook can do with a row besides. */
export type RowEditing = {
  moving: Moving;
  drag: RowDrag;
  zone: Zone | null;
  menu: boolean;
  setMenu: (opened: boolean) => void;
  ask: (asked: Asked) => void;
};

type Props = {
  node: CodeNode;
  count: number;
  expanded: boolean | undefined;
  current: boolean;
  describedBy: string | undefined;
  coding: boolean;
  editing: RowEditing | null;
  acts: RowActs;
};

/**
 * One code of the tree: click it to code the selection, drag it onto the text, hover it for its rules; for those who
 * may, drag it onto another code to move it, and open its menu.
 */
export function CodeRow({
  node: { code, depth },
  count,
  expanded,
  current,
  describedBy,
  coding,
  editing,
  acts,
}: Props) {
  const codes = coding && !code.archived;
  return (
    <div
      role="treeitem"
      className={classes.row}
      data-code={code.id}
      data-archived={code.archived || undefined}
      aria-level={depth + 1}
      aria-expanded={expanded}
      aria-selected={current}
      aria-describedby={describedBy}
      tabIndex={current ? 0 : -1}
      style={{ paddingInlineStart: `${0.25 + depth * 0.9}rem` }}
      {...editing?.drag}
      draggable={codes || editing !== null}
      data-zone={editing?.zone ?? undefined}
      onDragStart={(event) => {
        editing?.drag.onDragStart(event);
        if (codes) event.dataTransfer.setData(draggedCode, code.id);
        event.dataTransfer.effectAllowed = editing ? 'copyMove' : 'copy';
        acts.close();
      }}
      onContextMenu={(event) => {
        if (!editing) return;
        event.preventDefault();
        acts.close();
        editing.setMenu(true);
      }}
      onClick={() => acts.choose(code.id)}
      onMouseEnter={(event) => acts.open(code.id, event.currentTarget)}
      onMouseLeave={acts.close}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && acts.open(code.id, event.currentTarget)}
      onBlur={acts.close}
    >
      <span
        className={classes.chevron}
        data-open={expanded || undefined}
        aria-hidden
        onClick={(event) => {
          if (expanded === undefined) return;
          event.stopPropagation();
          acts.fold(code.id);
        }}
      >
        {expanded !== undefined && <IconChevronRight size={14} />}
      </span>
      <Swatch color={code.color} />
      <span className={classes.rowName}>{code.name}</span>
      {count > 0 && (
        <span className={classes.count}>
          {count}
          <span className={classes.unseen}>{count === 1 ? ' coding here,' : ' codings here,'}</span>
        </span>
      )}
      {editing && (
        <CodeMenu
          code={code}
          opened={editing.menu}
          setOpened={editing.setMenu}
          moving={editing.moving}
          ask={editing.ask}
        />
      )}
      <KeyCap shortcut={code.shortcut} />
    </div>
  );
}
