'use client';

import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type CSSProperties, type ReactNode } from 'react';
import classes from './tables.module.css';

type Depth = CSSProperties & { '--depth': number };
type Props = { name: ReactNode; depth: number; cells: ReactNode; columns: number; children: ReactNode };

/** A row of a table that opens to what its numbers were made from. */
export function ExpandableRow({ name, depth, cells, columns, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <tbody className={open ? classes.opened : undefined}>
      <tr>
        <th scope="row" className={classes.sticky} style={{ '--depth': depth } satisfies Depth as CSSProperties}>
          <button type="button" className={classes.opener} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <IconChevronRight className={classes.chevron} size={14} aria-hidden />
            {name}
          </button>
        </th>
        {cells}
      </tr>
      <tr id={id} hidden={!open}>
        <td colSpan={columns} className={classes.detail}>
          {open && children}
        </td>
      </tr>
    </tbody>
  );
}
