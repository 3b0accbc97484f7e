import Link from 'next/link';
import type { Report } from '@/lib/agreement';
import { ExpandableRow } from './expandable-row';
import { FigureText } from './figure-cell';
import { FigureDetails } from './figure-details';
import type { Scope } from './scope';
import classes from './tables.module.css';
import { capital, count, unitWords } from './words';

type Props = { report: Report; scope: Scope; linkTo: (documentId: string) => string };

/** Agreement document by document: where coders part ways. */
export function DocumentsTable({ report, scope, linkTo }: Props) {
  const names = new Map(scope.coders.map(({ id, name }) => [id, name]));
  const counting = report.documents.filter(({ coderIds }) => coderIds.length > 0);
  const heads = ['Coders', capital(unitWords[report.choices.unit][1]), 'Same codes', 'Alpha (MASI)', 'Differ'];
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label="Agreement by document">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.sticky}>Document</th>
            {heads.map((head, index) => <th key={head} scope="col" className={index > 0 ? classes.number : undefined}>{head}</th>)}
          </tr>
        </thead>
        {counting.map(({ documentId, title, coderIds, units, percent, alpha, differences }) => (
          <ExpandableRow
            key={documentId}
            depth={0}
            columns={heads.length + 1}
            name={<span className={classes.title}><bdi>{title}</bdi></span>}
            cells={
              <>
                <td>{coderIds.map((id) => names.get(id)).join(', ')}</td>
                <td className={classes.number}>{count(units)}</td>
                <td className={classes.number}><FigureText figure={percent} as="percent" /></td>
                <td className={`${classes.number} ${classes.main}`}><FigureText figure={alpha} /></td>
                <td className={classes.number}>
                  {differences === 0 ? 0 : <Link href={linkTo(documentId)} aria-label={`${count(differences)} differences in ${title}`}>{count(differences)}</Link>}
                </td>
              </>
            }
          >
            <FigureDetails figures={[{ name: 'Alpha with MASI distance', figure: alpha }, { name: 'Exactly the same codes', figure: percent, asPercent: true }]} />
          </ExpandableRow>
        ))}
      </table>
    </div>
  );
}
