import { Button } from '@mantine/core';
import type { Field } from './draft';
import { isEmpty } from './draft';
import { fieldNames } from './field-names';
import type { Editing } from './use-editing';
import classes from './form.module.css';

/** Always in sight, so that nobody wonders whether their words are kept. */
export function SaveBar({ editing }: { editing: Editing }) {
  const { changed, conflicts, fault, busy } = editing;
  const clean = isEmpty(changed);
  return (
    <footer className={classes.bar} data-unsaved={!clean || undefined}>
      <p role="status" className={classes.standing}>
        {clean ? 'Everything is saved.' : <Unsaved editing={editing} />}
      </p>
      {!clean && (
        <Button variant="default" size="xs" onClick={editing.discard} disabled={busy}>
          Discard
        </Button>
      )}
      <Button
        type="submit"
        size="xs"
        loading={busy}
        disabled={clean || fault !== null || conflicts.length > 0}
        title="Ctrl+S"
      >
        Save
      </Button>
    </footer>
  );
}

function Unsaved({ editing: { changed, conflicts, fault, nextVersion } }: { editing: Editing }) {
  if (fault) return <strong>{fault}</strong>;
  if (conflicts.length > 0) return <strong>First choose between your words and theirs, above.</strong>;
  const fields = (Object.keys(changed) as Field[]).map((field) => fieldNames[field].toLowerCase()).join(', ');
  return (
    <>
      <strong>Unsaved: {fields}.</strong>{' '}
      {nextVersion === null ? 'The codebook keeps its version.' : `This makes codebook version ${nextVersion}.`}
    </>
  );
}
