import { Button, Group } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { Code } from '@/lib/codebook';
import type { Field, Fields } from './draft';
import { fieldNames } from './field-names';
import { inWords } from './in-words';
import classes from './form.module.css';

type Props = { field: Field; code: Code; mine: Fields; onSettle: (field: Field, choice: 'mine' | 'theirs') => void };

/** Somebody saved a field that is being edited here: both wordings, side by side, and the choice. */
export function ConflictNotice({ field, code, mine, onSettle }: Props) {
  return (
    <section className={classes.conflict} role="alert">
      <h3>
        <IconGitMerge size={18} aria-hidden />
        {fieldNames[field]} was changed by somebody else while you were editing it
      </h3>
      <div className={classes.versions}>
        <Wording title="Theirs, saved" text={inWords(field, code)} />
        <Wording title="Yours, unsaved" text={inWords(field, mine)} />
      </div>
      <Group gap="xs" mt="sm">
        <Button size="compact-sm" variant="default" onClick={() => onSettle(field, 'theirs')}>
          Take theirs
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onSettle(field, 'mine')}>
          Keep mine
        </Button>
      </Group>
    </section>
  );
}

function Wording({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className={classes.versionTitle}>{title}</p>
      <p className={classes.version} dir="auto">
        {text || 'empty'}
      </p>
    </div>
  );
}
