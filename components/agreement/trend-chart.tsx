import { reliable, tentative } from './summary';
import classes from './trend-chart.module.css';
import type { TrendValue } from './trend-view';
import { decimal } from './words';

export type TrendMark = TrendValue & { id: string; title: string; closed: string };

const height = 220;
const edges = { top: 24, right: 16, bottom: 40, left: 44 };
const step = 110;

/** Alpha per round with its interval, on a scale that ends at 1, with Krippendorff's two lines. The table says the same. */
export function TrendChart({ name, marks }: { name: string; marks: readonly TrendMark[] }) {
  const lowest = Math.min(0, ...marks.flatMap(({ value, low }) => [value ?? 0, low ?? 0]));
  const from = Math.max(-1, Math.floor(lowest * 5) / 5);
  const width = Math.max(420, edges.left + edges.right + step * marks.length);
  const x = (index: number) => edges.left + ((index + 0.5) * (width - edges.left - edges.right)) / marks.length;
  const y = (value: number) =>
    edges.top + ((1 - Math.max(from, value)) / (1 - from)) * (height - edges.top - edges.bottom);
  const drawn = marks.flatMap((mark, index) => (mark.value === null ? [] : [{ ...mark, value: mark.value, index }]));
  const path = drawn
    .map(({ value, index }, at) => `${at === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label="Chart of agreement by round">
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={spoken(name, marks)}
      >
        {[...new Set([from, 0, 1])].map((value) => (
          <g key={value}>
            <line className={classes.grid} x1={edges.left} x2={width - edges.right} y1={y(value)} y2={y(value)} />
            <text className={classes.tick} x={edges.left - 6} y={y(value)} dy="0.32em" textAnchor="end">
              {decimal(value, 1)}
            </text>
          </g>
        ))}
        {[tentative, reliable].map((value) => (
          <g key={value}>
            <line
              className={value === reliable ? classes.reliable : classes.tentative}
              x1={edges.left}
              x2={width - edges.right}
              y1={y(value)}
              y2={y(value)}
            />
            <text className={classes.tick} x={edges.left - 6} y={y(value)} dy="0.32em" textAnchor="end">
              {value === reliable ? '.800' : '.667'}
            </text>
          </g>
        ))}
        <path className={classes.line} d={path} />
        {drawn.map(({ id, value, low, high, index }) => (
          <g key={id}>
            {low !== null && high !== null && (
              <line className={classes.interval} x1={x(index)} x2={x(index)} y1={y(high)} y2={y(low)} />
            )}
            <circle className={classes.mark} cx={x(index)} cy={y(value)} r={4.5} />
            <text className={classes.value} x={x(index)} y={y(Math.max(value, high ?? value)) - 9} textAnchor="middle">
              {decimal(value)}
            </text>
          </g>
        ))}
        {marks.map(({ id, title, closed, value }, index) => (
          <text key={id} className={classes.tick} x={x(index)} y={height - edges.bottom + 16} textAnchor="middle">
            {title.length > 16 ? `${title.slice(0, 15)}…` : title}
            <tspan x={x(index)} dy="1.25em">
              {value === null ? 'no value' : closed}
            </tspan>
          </text>
        ))}
      </svg>
    </div>
  );
}

function spoken(name: string, marks: readonly TrendMark[]): string {
  const each = marks.map(({ title, value, low, high }) => {
    if (value === null) return `${title}: no value`;
    return `${title}: ${decimal(value)}${low === null || high === null ? '' : `, interval ${decimal(low)} to ${decimal(high)}`}`;
  });
  return `Alpha by round, ${name}. ${each.join('; ')}. Lines at .667 and .800.`;
}
