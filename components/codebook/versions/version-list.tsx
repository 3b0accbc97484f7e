import { useProject } from '@/components/project/provider';
import { Moment } from '@/components/ui/moment';
import type { CodeVersion, MeaningChange } from '@/lib/codebook';
import { fieldNames } from '../field-names';
import { inWords } from '../in-words';
import classes from './versions.module.css';
import { wordDiff } from './word-diff';

/** Versions, newest first: who made each, why, and what it says otherwise than the one before. */
export function VersionList({ versions }: { versions: readonly CodeVersion[] }) {
  const { members } = useProject();
  return (
    <ol className={classes.list}>
      {versions.map(({ version, at, actorId, note, by, changed }) => (
        <li key={version} className={classes.entry} aria-label={`Version ${version}`}>
          <p className={classes.head}>
            <strong>Version {version}</strong> {ways[by]} {members.get(actorId)?.name ?? 'a former member'},{' '}
            <Moment at={at} />
          </p>
          {note && (
            <p className={classes.note} dir="auto">
              {note}
            </p>
          )}
          {changed.map((change) => (
            <Changed key={change.field} change={change} />
          ))}
        </li>
      ))}
    </ol>
  );
}

const ways: Record<CodeVersion['by'], string> = {
  adding: 'added by',
  editing: 'by',
  undoing: 'an undo by',
  merging: 'a merge by',
  parting: 'a merge taken back by',
};

function Changed({ change }: { change: MeaningChange }) {
  const { field, before, after } = change;
  const pieces = wordDiff(inWords(field, { [field]: before }), inWords(field, { [field]: after }));
  return (
    <div className={classes.field}>
      <p className={classes.name}>{fieldNames[field]}</p>
      <p className={classes.words} dir="auto">
        {pieces.map(({ text, kind }, at) => {
          if (kind === 'added') return <ins key={at}>{text}</ins>;
          return kind === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>;
        })}
      </p>
    </div>
  );
}
