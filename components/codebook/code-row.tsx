import { IconChevronRight } from '@tabler/icons-react';
import type { RowDrag, Zone } from '@/components/codes';
import { counted } from '@/components/ui/counted';
import type { CodeNode } from '@/lib/codebook';
import classes from './tree.module.css';

type Props = {
  node: CodeNode;
  siblings: { at: number; of: number };
  /** Null for a code without children. */
  open: boolean | null;
  count: number;
  unsaved: boolean;
  selected: boolean;
  current: boolean;
  zone: Zone | null;
  drag: RowDrag;
  onToggle: (id: string) => void;
  onSelect: (id: string) => void;
};

export function CodeRow({
  node,
  siblings,
  open,
  count,
  unsaved,
  selected,
  current,
  zone,
  drag,
  onToggle,
  onSelect,
}: Props) {
  const { code, depth } = node;
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={siblings.at}
      aria-setsize={siblings.of}
      aria-expanded={open ?? undefined}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      data-code={code.id}
      data-archived={code.archived || undefined}
      data-zone={zone ?? undefined}
      className={classes.row}
      style={{ '--depth': depth } as React.CSSProperties}
      onClick={() => onSelect(code.id)}
      {...drag}
    >
      <span
        className={classes.twist}
        data-open={open || undefined}
        aria-hidden
        onClick={(event) => {
          if (open === null) return;
          event.stopPropagation();
          onToggle(code.id);
        }}
      >
        {open !== null && <IconChevronRight size={14} />}
      </span>
      <span className={classes.swatch} style={{ background: code.color }} />
      <span className={classes.name} dir="auto">
        {code.name}
      </span>
      {unsaved && <span className={classes.dot} title="Unsaved changes" />}
      {code.archived && <span className={classes.tag}>archived</span>}
      <span className={classes.spoken}>{spoken({ count, unsaved, shortcut: code.shortcut })}</span>
      <span className={classes.count} aria-hidden>
        {count > 0 ? count : ''}
      </span>
      <span className={classes.key} aria-hidden>
        {code.shortcut && <kbd>{code.shortcut}</kbd>}
      </span>
    </div>
  );
}

type Said = { count: number; unsaved: boolean; shortcut: string | null };

/** The row's signs in words, for screen readers. */
function spoken({ count, unsaved, shortcut }: Said): string {
  const key = shortcut ? `, key ${shortcut}` : '';
  return `, ${counted(count, 'coding')}${key}${unsaved ? ', unsaved changes' : ''}`;
}
