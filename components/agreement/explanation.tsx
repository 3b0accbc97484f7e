import type { Figure } from '@/lib/agreement';
import classes from './explanation.module.css';
import { count, decimal, percent } from './words';

/** One number opened: the formula in symbols, with its counts in it, and what each count is. */
export function Explained({ figure, name, asPercent = false }: { figure: Figure; name: string; asPercent?: boolean }) {
  const { value, because, explain, interval, analytic } = figure;
  if (value === null) {
    return (
      <div className={classes.figure}>
        <h3 className={classes.name}>{name}</h3>
        <p className={classes.reason}>Undefined. {because}</p>
      </div>
    );
  }
  return (
    <div className={classes.figure}>
      <h3 className={classes.name}>{name}</h3>
      <p className={classes.formula}>
        <span>{explain.formula}</span>
        <span>= {explain.filled}</span>
        <span>
          = <strong>{decimal(value, 6)}</strong>
          {asPercent && ` (${percent(value)})`}
        </span>
      </p>
      <dl className={classes.counts}>
        {explain.counts.map(({ symbol, meaning, value: term }) => (
          <div key={symbol}>
            <dt>
              {symbol} = {Number.isInteger(term) ? count(term) : decimal(term, 6)}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {analytic && (
        <p className={classes.interval}>
          By formula, not resampling: standard error {decimal(analytic.se)}, 95% interval {decimal(analytic.ci95[0])} to {decimal(analytic.ci95[1])}.
        </p>
      )}
      {interval && <p className={classes.interval}>{aboutInterval(interval)}</p>}
    </div>
  );
}

function aboutInterval({ low, high, method, resampled, replicates, undefinedReplicates, linearised, seed, generator }: NonNullable<Figure['interval']>): string {
  const drawn = method === 'documents' ? 'documents, with all their units' : 'units';
  const without = undefinedReplicates > 0 ? ` ${count(undefinedReplicates)} of them had no variation and so no value; they are left out.` : '';
  const first = linearised ? ' Expected disagreement is taken to first order in each.' : '';
  return `95% interval ${decimal(low)} to ${decimal(high)}: the middle of ${count(replicates)} resamples of ${count(resampled)} ${drawn} (seed ${seed}, ${generator}).${without}${first}`;
}
