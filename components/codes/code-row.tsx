import { IconChevronRight } from '@tabler/icons-react';
import { draggedCode } from '@/components/reader';
import type { CodeNode } from '@/lib/codebook';
import classes from './codes.module.css';
import { KeyCap } from './key-cap';
import { Swatch } from './swatch';

export type RowActs = {
  choose: (codeId: string) => void;
  fold: (codeId: string) => void;
  open: (codeId: string, row: Element) => void;
  close: () => void;
};

type Props = {
  node: CodeNode;
  count: number;
  expanded: boolean | undefined;
  current: boolean;
  describedBy: string | undefined;
  coding: boolean;
  acts: RowActs;
};

/** One code of the tree: click it to code the selection, drag it onto the text, hover it for its rules. */
export function CodeRow({ node: { code, depth }, count, expanded, current, describedBy, coding, acts }: Props) {
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
      draggable={coding && !code.archived}
      onDragStart={(event) => {
        event.dataTransfer.setData(draggedCode, code.id);
        event.dataTransfer.effectAllowed = 'copy';
        acts.close();
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
      <KeyCap shortcut={code.shortcut} />
    </div>
  );
}
