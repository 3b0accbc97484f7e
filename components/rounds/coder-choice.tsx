import { useProject } from '@/components/project/provider';
import { finishedId } from '@/lib/codings';
import type { Member } from '@/lib/projects';
import classes from './open-round.module.css';

type Props = {
  candidates: Member[];
  chosen: ReadonlySet<string>;
  documentIds: string[];
  onChange: (chosen: ReadonlySet<string>) => void;
};

export function CoderChoice({ candidates, chosen, documentIds, onChange }: Props) {
  const { finished } = useProject();
  return (
    <fieldset className={classes.group}>
      <legend>Coders</legend>
      {candidates.map(({ id, name, role }) => {
        const done = documentIds.filter((documentId) => finished.has(finishedId(documentId, id))).length;
        return (
          <label key={id} className={classes.row}>
            <input type="checkbox" checked={chosen.has(id)} onChange={() => onChange(toggled(chosen, id))} />
            <span className={classes.rowWords}>
              <span>{name}</span>
              <span className={classes.quiet}>
                {role}
                {done > 0 && `, has finished ${done} of these already`}
              </span>
            </span>
          </label>
        );
      })}
      {chosen.size === 1 && <p className={classes.quiet}>With one coder there is nobody to agree with.</p>}
    </fieldset>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((each) => each !== id)) : new Set([...ids, id]);
}
