import type { Report } from '@/lib/agreement';
import type { Scope } from './scope';
import classes from './report.module.css';
import { listed } from '@/components/ui/listed';
import { counted } from './words';

type Props = { report: Report; scope: Scope; sealed: Scope['sealed'] };

/** Who and what the numbers do not contain, and why. */
export function LeftOutList({ report, scope, sealed }: Props) {
  const titles = new Map(scope.documents.map(({ id, title }) => [id, title]));
  const names = new Map(scope.coders.map(({ id, name }) => [id, name]));
  const unfinished = report.leftOut.filter(({ why }) => why === 'not-finished');
  const nobody = report.leftOut.filter(({ why }) => why === 'nobody-finished').map(({ documentId }) => documentId);
  const unassigned = report.leftOut.filter(({ why }) => why === 'nobody-assigned').map(({ documentId }) => documentId);
  const uninvited = report.leftOut.filter(({ why }) => why === 'not-assigned');
  const younger = report.leftOut.filter(({ why }) => why === 'code-younger');
  if (sealed.length + report.leftOut.length === 0) return <p className={classes.quiet}>Nobody: every chosen coder has finished every chosen document that was theirs to code.</p>;
  return (
    <ul className={classes.plain}>
      {[...Map.groupBy(sealed, ({ round }) => round)].map(([round, group]) => (
        <li key={round}>
          <strong>Sealed.</strong> The round “{round}” is open, so its documents count for nobody until it closes:{' '}
          <Titles all={group.map(({ document }) => document.title)} />
        </li>
      ))}
      {nobody.length > 0 && (
        <li>
          <strong>Nobody</strong> of the chosen coders has finished these yet: <Titles all={nobody.map((id) => titles.get(id ?? '') ?? '')} />
        </li>
      )}
      {[...Map.groupBy(unfinished, ({ coderId }) => coderId)].map(([coderId, group]) => (
        <li key={coderId}>
          <strong>{names.get(coderId ?? '')}</strong> is missing, not silent, where not marked as finished:{' '}
          <Titles all={group.map(({ documentId }) => titles.get(documentId ?? '') ?? '')} />
        </li>
      ))}
      {unassigned.length > 0 && (
        <li>
          <strong>Nobody</strong> of the chosen coders was given these in the round: <Titles all={unassigned.map((id) => titles.get(id ?? '') ?? '')} />
        </li>
      )}
      {[...Map.groupBy(uninvited, ({ coderId }) => coderId)].map(([coderId, group]) => (
        <li key={coderId}>
          <strong>{names.get(coderId ?? '')}</strong> does not count where the round gave the document to others:{' '}
          <Titles all={group.map(({ documentId }) => titles.get(documentId ?? '') ?? '')} />
        </li>
      ))}
      {younger.map(({ sentence }) => <li key={sentence}>{sentence}</li>)}
    </ul>
  );
}

/** Titles in a row; many of them fold away. */
function Titles({ all }: { all: readonly string[] }) {
  // First-strong isolates keep a right-to-left title from turning the sentence around it.
  const quoted = all.map((title) => `\u2068“${title}”\u2069`);
  if (quoted.length <= 4) return <>{listed(quoted)}.</>;
  return (
    <details className={classes.fold}>
      <summary>{counted(quoted.length, ['document', 'documents'])}</summary>
      {listed(quoted)}.
    </details>
  );
}
