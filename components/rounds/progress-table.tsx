import { IconCheck, IconLock, IconMinus } from '@tabler/icons-react';
import Link from 'next/link';
import { useProject } from '@/components/project/provider';
import type { ProgressCell } from '@/lib/rounds';
import type { RoundView } from './use-round';
import classes from './progress.module.css';

const signs = {
  finished: { words: 'finished', Icon: IconCheck },
  open: { words: 'not finished', Icon: IconMinus },
  hidden: { words: 'sealed', Icon: IconLock },
};

/** Documents by coders: who has finished what, and not a word of what they coded. */
export function ProgressTable({ view: { documents, coders, progress }, title }: { view: RoundView; title: string }) {
  const { project } = useProject();
  return (
    <div className={classes.scroll} role="region" aria-label={`Who has finished what in ${title}`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Document</th>
            {coders.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {progress.rows.map(({ documentId, cells }, row) => (
            <tr key={documentId}>
              <th scope="row" dir="auto">
                {documents[row]!.title === null ? (
                  'A deleted document'
                ) : (
                  <Link href={`/projects/${project.id}/documents/${documentId}`}>{documents[row]!.title}</Link>
                )}
              </th>
              {cells.map((cell, at) => (
                <Cell key={coders[at]!.id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Finished</th>
            {progress.coders.map((tally, at) => (
              <td key={coders[at]!.id}>{tally ? `${tally.finished} of ${tally.of}` : 'sealed'}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: ProgressCell }) {
  const { words, Icon } = signs[cell];
  return (
    <td data-cell={cell}>
      <Icon size={16} aria-hidden />
      <span className={classes.spoken}>{words}</span>
    </td>
  );
}
