import { IconCheck, IconLock, IconMinus } from '@tabler/icons-react';
import Link from 'next/link';
import { useProject } from '@/components/project/provider';
import type { ProgressCell, Round } from '@/lib/rounds';
import { RemindCoder } from './remind-coder';
import type { Remind } from './use-remind';
import type { RoundView } from './use-round';
import classes from './progress.module.css';

const signs = {
  finished: { words: 'finished', Icon: IconCheck },
  open: { words: 'not finished', Icon: IconMinus },
  hidden: { words: 'sealed', Icon: IconLock },
  none: { words: 'not theirs to code', Icon: null },
};

/** `remind` for those who may; null for everybody else, and when the round is closed. */
type Props = { view: RoundView; round: Round; remind: Remind | null };

/** Documents by coders: who has finished what, and not a word of what they coded. */
export function ProgressTable({ view, round, remind }: Props) {
  const { project } = useProject();
  const { documents, coders, progress } = view;
  return (
    <div className={classes.scroll} role="region" aria-label={`Who has finished what in ${round.title}`} tabIndex={0}>
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
          {remind && progress.coders.some((tally) => tally && tally.finished < tally.of) && (
            <tr>
              <th scope="row">Remind</th>
              {progress.coders.map((tally, at) => (
                <td key={coders[at]!.id}>
                  {tally && tally.finished < tally.of && !coders[at]!.left && (
                    <RemindCoder round={round} coder={coders[at]!} remind={remind} />
                  )}
                </td>
              ))}
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: ProgressCell }) {
  const { words, Icon } = signs[cell];
  return (
    <td data-cell={cell}>
      {Icon && <Icon size={16} aria-hidden />}
      <span className={classes.spoken}>{words}</span>
    </td>
  );
}
