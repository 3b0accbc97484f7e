import type { Column } from '@/lib/interchange';
import classes from './export.module.css';

/** What stands in each column, the project's own attributes included. */
export function Columns({ columns }: { columns: Column[] }) {
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
