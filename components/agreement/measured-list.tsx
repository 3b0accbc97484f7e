import type { Measured } from '@/lib/agreement';
import { Explained } from './explanation';
import classes from './report.module.css';

/** Every coefficient there is on the same decisions, each with its formula, its source and when it misleads. */
export function MeasuredList({ measured }: { measured: readonly Measured[] }) {
  return (
    <ul className={classes.measured}>
      {measured.map(({ name, title, citation, limits, figure }) => (
        <li key={name}>
          <Explained name={title} figure={figure} asPercent={name.startsWith('percent')} />
          <p className={classes.quiet}>
            {limits} <cite>{citation}</cite>
          </p>
        </li>
      ))}
    </ul>
  );
}
