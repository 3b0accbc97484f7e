'use client';

import { useProject } from '@/components/project/provider';
import type { Format } from '@/lib/interchange';
import classes from './export.module.css';

/** What stands in each column, the project's own attributes included. */
export function Columns({ format }: { format: Format }) {
  const attributes = [...useProject().attributes.values()].sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  const columns = format.columns?.(attributes) ?? [];
  if (columns.length === 0) return null;
  return (
    <details className={classes.columns}>
      <summary>{columns.length} columns</summary>
      <dl>
        {columns.map(({ name, meaning }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
