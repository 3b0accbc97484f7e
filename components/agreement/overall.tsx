import Link from 'next/link';
import type { Figure, Report } from '@/lib/agreement';
import { Explained } from './explanation';
import { IntervalBar, scaleStart } from './interval-bar';
import classes from './report.module.css';
import { count, decimal, percent, shortReason } from './words';

/** All codes together: few numbers, large, each opening to what it was made from. */
export function Overall({ report: { overall }, every }: { report: Report; every: string }) {
  const { alpha, jaccard, percent: same, pairableUnits, doubleCodedDocuments } = overall;
  return (
    <>
      <dl className={classes.overall}>
        <div>
          <dt>Alpha, MASI</dt>
          <dd>
            <Large figure={alpha} text={decimal(alpha.value ?? 0)} />
            {alpha.interval && <small>{decimal(alpha.interval.low)} to {decimal(alpha.interval.high)}</small>}
            <IntervalBar figure={alpha} from={scaleStart([alpha])} />
          </dd>
        </div>
        <div>
          <dt>Alpha, Jaccard</dt>
          <dd><Large figure={jaccard} text={decimal(jaccard.value ?? 0)} /></dd>
        </div>
        <div>
          <dt>Exactly the same codes</dt>
          <dd><Large figure={same} text={percent(same.value ?? 0)} /></dd>
        </div>
        <div>
          <dt>Units compared</dt>
          <dd><span className={classes.large}>{count(pairableUnits)}</span></dd>
        </div>
        <div>
          <dt>Documents coded twice</dt>
          <dd><span className={classes.large}>{count(doubleCodedDocuments)}</span></dd>
        </div>
      </dl>
      <details className={classes.made}>
        <summary>What these were made from</summary>
        <div className={classes.figures}>
          <Explained name="Alpha with MASI distance" figure={alpha} />
          <Explained name="Alpha with Jaccard distance" figure={jaccard} />
          <Explained name="Exactly the same codes" figure={same} asPercent />
        </div>
        <Link className={classes.link} href={every}>Every other coefficient, and where passages begin and end</Link>
      </details>
    </>
  );
}

function Large({ figure, text }: { figure: Figure; text: string }) {
  if (figure.value !== null) return <span className={classes.large}>{text}</span>;
  return <span className={classes.without} title={figure.because ?? undefined}>{shortReason(figure.reason)}</span>;
}
