import type { Figure } from '@/lib/agreement';
import classes from './interval-bar.module.css';
import { reliable, tentative } from './summary';
import { decimal } from './words';

/** Where the bars of a table begin: they all share one scale that ends at 1. */
export function scaleStart(figures: readonly Figure[]): number {
  const lowest = Math.min(0, ...figures.flatMap(({ value, interval }) => [value ?? 0, interval?.low ?? 0]));
  return Math.max(-1, Math.floor(lowest * 10) / 10);
}

const width = 124;
const inset = 4;

/** A value and its interval on a line, with Krippendorff's two marks. The numbers stand beside it. */
export function IntervalBar({ figure, from }: { figure: Figure; from: number }) {
  if (figure.value === null) return null;
  const x = (value: number) => inset + ((Math.max(from, value) - from) / (1 - from)) * (width - 2 * inset);
  const { interval, value } = figure;
  return (
    <svg className={classes.bar} viewBox={`0 0 ${width} 18`} width={width} height={18} role="img" aria-label={spoken(figure)}>
      <line className={classes.axis} x1={x(from)} x2={x(1)} y1={9} y2={9} />
      {from < 0 && <line className={classes.zero} x1={x(0)} x2={x(0)} y1={6} y2={12} />}
      <line className={classes.tentative} x1={x(tentative)} x2={x(tentative)} y1={1} y2={17} />
      <line className={classes.reliable} x1={x(reliable)} x2={x(reliable)} y1={1} y2={17} />
      {interval && <rect className={classes.interval} x={x(interval.low)} width={Math.max(1, x(interval.high) - x(interval.low))} y={6} height={6} rx={1} />}
      <circle className={classes.value} cx={x(value)} cy={9} r={3.5} />
    </svg>
  );
}

function spoken({ value, interval }: Figure): string {
  const range = interval ? `, interval ${decimal(interval.low)} to ${decimal(interval.high)}` : ', no interval';
  return `Alpha ${decimal(value ?? 0)}${range}, on a line with marks at .667 and .800`;
}
