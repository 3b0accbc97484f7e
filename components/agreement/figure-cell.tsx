import type { Figure } from '@/lib/agreement';
import classes from './tables.module.css';
import { decimal, percent, shortReason } from './words';

/** A number in a table, or why there is none. */
export function FigureText({ figure, as = 'decimal' }: { figure: Figure; as?: 'decimal' | 'percent' }) {
  const { value, reason, because } = figure;
  if (value === null) {
    return (
      <span className={classes.undefined} title={because ?? undefined}>
        {shortReason(reason)}
      </span>
    );
  }
  return as === 'percent' ? percent(value) : decimal(value);
}
