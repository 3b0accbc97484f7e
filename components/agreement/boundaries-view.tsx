import { sentenceFor, unitizingCitation, unitizingLimits, type Boundaries, type Estimate } from '@/lib/agreement';
import classes from './report.module.css';
import type { Scope } from './scope';
import tables from './tables.module.css';
import { count, decimal, shortReason } from './words';

type Props = { boundaries: Boundaries; scope: Scope; codeId: string | null };

/** How far coders agree on where passages begin and end: pairs by F1, codes by the unitizing alpha. */
export function BoundariesView({ boundaries, scope, codeId }: Props) {
  const coders = new Map(scope.coders.map(({ id, name }) => [id, name]));
  const names = new Map(scope.codes.map(({ id, name }) => [id, name]));
  const codes = boundaries.codes.filter((each) => codeId === null || each.codeId === codeId);
  const { uAlpha, uAlphaBinary, cuAlpha, cuCoverage } = boundaries.together;
  return (
    <>
      {codeId === null && (
        <Rows
          name="Passages by pair"
          heads={['Pair', 'Documents', 'Passages', 'Exact F1', 'Half-overlap F1', 'Character F1']}
          rows={boundaries.pairs.filter(({ documents }) => documents > 0).map((pair) => [
            `${coders.get(pair.a) ?? ''}, ${coders.get(pair.b) ?? ''}`,
            count(pair.documents),
            `${count(pair.spansA)} and ${count(pair.spansB)}`,
            pair.exactF1,
            pair.iou50F1,
            pair.charF1,
          ])}
        />
      )}
      <Rows
        name="Unitizing alpha by code"
        heads={['Code', 'Marked against not marked (u-alpha, binary)']}
        rows={[
          ...codes.map((each) => [names.get(each.codeId) ?? '', each.alpha]),
          ...(codeId === null
            ? [['All codes: marked against blank', uAlphaBinary], ['All codes told apart (u-alpha)', uAlpha], ['Codes where passages meet (cu-alpha)', cuAlpha], ['Share of the text that is about', cuCoverage]]
            : []),
        ]}
      />
      <p className={classes.quiet}>
        Measured in characters, whatever the unit above. F1 describes and is not corrected for chance: twice what matches over what both
        marked, with the same code. {unitizingLimits} <cite>{unitizingCitation}</cite>
      </p>
    </>
  );
}

type RowsProps = { name: string; heads: string[]; rows: (string | Estimate)[][] };

function Rows({ name, heads, rows }: RowsProps) {
  return (
    <div className={tables.scroller} tabIndex={0} role="region" aria-label={name}>
      <table className={tables.table}>
        <thead>
          <tr>{heads.map((head, index) => <th key={head} scope="col" className={index > 0 ? tables.number : undefined}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={String(first)}>
              <th scope="row"><bdi>{String(first)}</bdi></th>
              {others.map((cell, index) => <td key={index} className={tables.number}><Cell cell={cell} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: string | Estimate }) {
  if (typeof cell === 'string') return cell;
  if (cell.value !== null) return decimal(cell.value);
  return <span className={tables.undefined} title={sentenceFor(cell.reason)}>{shortReason(cell.reason)}</span>;
}
