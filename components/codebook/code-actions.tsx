import { Button, Group } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconArrowMerge, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { AddCode, MergeCode } from '@/components/codes';
import { useSend } from '@/components/project/provider';
import type { Code } from '@/lib/codebook';
import type { Counts } from './codebook';
import { DeleteCode } from './delete-code';
import classes from './form.module.css';

type Props = { code: Code; counts: Counts; onSelect: (id: string | null) => void };

export function CodeActions({ code, counts, onSelect }: Props) {
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const [merging, setMerging] = useState(false);
  const [deleting, setDeleting] = useState(false);
  return (
    <div className={classes.actions}>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(!adding)}
          aria-expanded={adding}
        >
          Add inside
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={code.archived ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
          title={code.archived ? 'Offer it for coding again' : 'Keep its codings, offer it no more'}
          onClick={() => void send('code.archive', { id: code.id, archived: !code.archived })}
        >
          {code.archived ? 'Bring back' : 'Archive'}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconArrowMerge size={14} />} onClick={() => setMerging(true)}>
          Merge into…
        </Button>
        <Button size="xs" variant="default" leftSection={<IconTrash size={14} />} onClick={() => setDeleting(true)}>
          Delete…
        </Button>
      </Group>
      {adding && (
        <div className={classes.addInside}>
          <AddCode
            parentId={code.id}
            label="Name of the new code inside it"
            onAdded={() => {}}
            onClose={() => setAdding(false)}
          />
        </div>
      )}
      <MergeCode
        code={merging ? code : null}
        count={counts[code.id] ?? 0}
        where="that you can see"
        onClose={() => setMerging(false)}
        onMerged={onSelect}
      />
      <DeleteCode
        code={code}
        counts={counts}
        opened={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => onSelect(null)}
      />
    </div>
  );
}
