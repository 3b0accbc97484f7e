import { Button, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Dialog } from '@/components/ui/dialog';
import { DropArea } from '@/components/ui/drop-area';
import { canAdd, isReady } from './draft';
import { DraftCard } from './draft-card';
import type { EncodingChoice } from './encoding-select';
import { PasteBox } from './paste-box';
import { useDrafts } from './use-drafts';
import classes from './drafts.module.css';

/** What this server can read: kinds of files with their endings, and encodings to choose from. */
export type Readable = {
  kinds: { format: string; title: string; extensions: string[] }[];
  encodings: EncodingChoice[];
};
type Props = { opened: boolean; close: () => void; readable: Readable; onAdded: (ids: string[]) => void };

export function AddDocuments({ opened, close, ...rest }: Props) {
  const narrow = useMediaQuery('(max-width: 40em)');
  return (
    <Dialog opened={opened} onClose={close} title="Add documents" size="46rem" large={{ fullScreen: narrow ?? false }}>
      <Adding {...rest} close={close} />
    </Dialog>
  );
}

function Adding({ readable, onAdded, close }: Omit<Props, 'opened'>) {
  const { attributes } = useProject();
  const { drafts, sent, add, readAs, edit, drop, sendAll } = useDrafts((ids) => {
    onAdded(ids);
    if (ids.length === drafts.length) close();
  });
  const ready = drafts.filter(isReady).length;
  const extensions = readable.kinds.flatMap((kind) => kind.extensions);
  return (
    <Stack gap="md">
      <DropArea
        label="Drop files here, or choose them"
        hint={`${extensions.join(', ')}; several at once; up to 50 MB each`}
        accept={extensions.join(',')}
        onFiles={(files) => void add(files.map((file) => ({ name: file.name, bytes: file })))}
      />
      <PasteBox onPaste={(file) => void add([file])} />
      {drafts.length > 0 && (
        <ul className={classes.list} aria-label="Texts to add">
          {drafts.map((draft) => (
            <DraftCard
              key={draft.id}
              draft={draft}
              readable={readable}
              startsOpen={drafts.length === 1}
              acts={{
                edit: (fields) => edit(draft.id, fields),
                readAs: (encoding) => void readAs(draft, encoding),
                drop: () => drop(draft.id),
              }}
            />
          ))}
        </ul>
      )}
      {drafts.length > 0 && (
        <div className={classes.footer}>
          <Button variant="default" onClick={close} disabled={sent !== null}>
            Cancel
          </Button>
          <Button
            disabled={!canAdd(drafts, [...attributes.values()])}
            loading={sent !== null}
            onClick={() => void sendAll()}
          >
            Add {counted(ready, 'document')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
