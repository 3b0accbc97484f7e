import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useProject } from '@/components/project/provider';
import { CodeForm } from './code-form';
import type { Counts } from './codebook';
import type { Drafts } from './use-drafts';
import classes from './form.module.css';

type Props = { id: string | null; drafts: Drafts; counts: Counts; onSelect: (id: string | null) => void };

export function CodePane({ id, drafts, counts, onSelect }: Props) {
  const code = useProject().codes.get(id ?? '');
  return (
    <section className={classes.pane} aria-label="The chosen code">
      <ActionIcon
        className={classes.back}
        variant="subtle"
        color="gray"
        aria-label="Back to the list of codes"
        onClick={() => onSelect(null)}
      >
        <IconArrowLeft size={18} />
      </ActionIcon>
      {code && <CodeForm code={code} drafts={drafts} counts={counts} onSelect={onSelect} />}
      {!code && (
        <p className={classes.gone}>
          {id
            ? 'This code is not in the codebook any more. Ctrl+Z takes your own deletion back; every deletion stands in the history.'
            : 'Choose a code to see and edit what it means.'}
        </p>
      )}
    </section>
  );
}
