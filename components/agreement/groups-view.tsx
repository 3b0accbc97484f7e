import Link from 'next/link';
import type { Split, SplitRow } from '@/lib/agreement';
import { listed } from '@/components/ui/listed';
import { FigureText } from './figure-cell';
import { FigureDetails } from './figure-details';
import { GroupChoice } from './group-choice';
import { IntervalBar, scaleStart } from './interval-bar';
import classes from './report.module.css';
import type { Scope } from './scope';
import tables from './tables.module.css';
import { count, counted, decimal } from './words';

type Props = {
  split: Split | null;
  chosen: string | null;
  scope: Scope;
  splitting: Scope['attributes'];
  members: string;
};

/** Agreement within groups of coders and between them, by what the project says of its coders. */
export function GroupsView({ split, chosen, scope, splitting, members }: Props) {
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">By group of coders</h2>
      {splitting.length === 0 ? (
        <p className={classes.plain}>
          <span>
            Nothing is said of two coders that could split them. On the{' '}
            <Link className={classes.link} href={members}>
              Members page
            </Link>{' '}
            an owner can describe coders, by the languages they read or how they were trained, say.
          </span>
        </p>
      ) : (
        <GroupChoice attributes={splitting.map(({ key, name }) => ({ value: key, label: name }))} chosen={chosen} />
      )}
      {split && <Rows split={split} scope={scope} />}
    </section>
  );
}

function Rows({ split: { rows, unsaid }, scope }: { split: Split; scope: Scope }) {
  const from = scaleStart(rows.map(({ alpha }) => alpha));
  const names = new Map(scope.coders.map(({ id, name }) => [id, name]));
  const left = unsaid.map((id) => names.get(id) ?? '');
  if (rows.length === 0) return <p className={classes.plain}>No two coders to compare: of none is anything said.</p>;
  return (
    <>
      <div className={tables.scroller} tabIndex={0} role="region" aria-label="Agreement by group of coders">
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col" className={tables.sticky}>
                Pairs of coders
              </th>
              <th scope="col">Coders</th>
              {['Pairs', 'Docs', 'Same codes', 'Alpha (MASI)'].map((head) => (
                <th key={head} scope="col" className={tables.number}>
                  {head}
                </th>
              ))}
              <th scope="col">
                <span className={tables.hidden}>Alpha on a line</span>
              </th>
              <th scope="col" className={tables.number}>
                95% interval
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={titleOf(row)}>
                <th scope="row" className={tables.sticky}>
                  <bdi>{titleOf(row)}</bdi>
                </th>
                <td>
                  <span className={tables.title}>{listed(row.coderIds.map((id) => names.get(id) ?? ''))}</span>
                </td>
                <td className={tables.number}>{count(row.pairs)}</td>
                <td className={tables.number}>{count(row.documents)}</td>
                <td className={tables.number}>
                  <FigureText figure={row.percent} as="percent" />
                </td>
                <td className={`${tables.number} ${tables.main}`}>
                  <FigureText figure={row.alpha} />
                </td>
                <td>
                  <IntervalBar figure={row.alpha} from={from} />
                </td>
                <td className={tables.number}>
                  {row.alpha.interval ? (
                    `${decimal(row.alpha.interval.low)} to ${decimal(row.alpha.interval.high)}`
                  ) : (
                    <span className={tables.undefined}>fewer than 8 documents</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className={classes.made}>
        <summary>By code, and how these are made</summary>
        <ByCode rows={rows} scope={scope} />
        <FigureDetails figures={rows.map((row) => ({ name: titleOf(row), figure: row.alpha }))} />
        <p className={classes.quiet}>
          Every unit that two such coders decided on counts once per pair of them, within groups and across groups
          alike, so that the rows can be compared with one another. They differ a little from alpha over all coders
          above, which weighs a unit by its codings.
          {left.length > 0 &&
            ` ${listed(left)} ${left.length === 1 ? 'is' : 'are'} left out: nothing is said of ${left.length === 1 ? 'this coder' : 'them'}.`}
        </p>
      </details>
    </>
  );
}

function ByCode({ rows, scope }: { rows: readonly SplitRow[]; scope: Scope }) {
  const names = new Map(scope.codes.map(({ id, name }) => [id, name]));
  const codes = rows[0]?.codes.map(({ codeId }) => codeId) ?? [];
  return (
    <div className={tables.scroller} tabIndex={0} role="region" aria-label="Alpha by code and group">
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col" className={tables.sticky}>
              Alpha by code
            </th>
            {rows.map((row) => (
              <th key={titleOf(row)} scope="col" className={tables.number}>
                <bdi>{titleOf(row)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((code, index) => (
            <tr key={code}>
              <th scope="row" className={tables.sticky}>
                <bdi>{names.get(code)}</bdi>
              </th>
              {rows.map((row) => (
                <td key={titleOf(row)} className={tables.number}>
                  {row.codes[index] && <FigureText figure={row.codes[index].alpha} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function titleOf({ value }: SplitRow): string {
  return value === null ? 'Across groups' : `Within: ${value}`;
}

/** What stands in the section's place while it is counted. */
export function GroupsWaiting({ coders }: { coders: number }) {
  return (
    <p className={classes.waiting} role="status">
      Comparing {counted(coders, ['coder', 'coders'])} by group…
    </p>
  );
}
