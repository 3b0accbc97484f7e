import { Button, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Dialog } from '@/components/ui/dialog';
import { DropArea, type NamedFile } from '@/components/ui/drop-area';
import { Note } from '@/components/ui/note';
import type { Near } from '@/lib/documents';
import { canAdd, isReady, type Draft } from './draft';
import { DraftCard } from './draft-card';
import { EncodingSelect, type EncodingChoice } from './encoding-select';
import { TableImport } from './import/table-import';
import { fieldFaults } from './fields';
import { useNear } from './import/use-near';
import { useTable } from './import/use-table';
import { PasteBox } from './paste-box';
import { useDrafts } from './use-drafts';
import classes from './drafts.module.css';
import { SendingFooter } from './sending-footer';

/** What this server can read: kinds of files with their endings, and encodings to choose from. */
export type Readable = {
  kinds: { format: string; title: string; extensions: string[] }[];
  encodings: EncodingChoice[];
  /** Endings of tables with a document per row. */
  tables: string[];
};
type Props = { opened: boolean; close: () => void; readable: Readable; onAdded: (count: number) => void };

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
  const { file, table, fault, reading, read, leave } = useTable();
  const { drafts, sketched, busy, share, cancel, add, readAs, edit, drop, sendAll } = useDrafts((ids) => {
    onAdded(ids.length);
    if (ids.length === drafts.length) close();
  });
  const { all: near } = useNear({ all: sketched, ready: true });
  const extensions = [...readable.kinds.flatMap((kind) => kind.extensions), '.zip', ...readable.tables];
  const defined = [...attributes.values()];
  const wanting = drafts.filter((draft) => isReady(draft) && fieldFaults(draft.fields, defined).length > 0).length;
  const isTable = ({ name }: NamedFile) => readable.tables.some((ending) => name.toLowerCase().endsWith(ending));
  const take = ([first, ...others]: NamedFile[]) => {
    if (!first) return;
    if (others.length === 0 && isTable(first)) void read(first);
    else void add([first, ...others]);
  };
  if (file && table) {
    return (
      <TableImport
        key={table.header.join('\n')}
        name={file.name}
        {...{ table, fault }}
        encodings={readable.encodings}
        readAs={(encoding) => void read(file, encoding)}
        close={leave}
        onAdded={(count) => {
          onAdded(count);
          if (drafts.length > 0) leave();
          else close();
        }}
      />
    );
  }
  return (
    <Stack gap="md">
      <DropArea
        label="Drop files or folders here, or choose files"
        hint={`${extensions.join(', ')}; several at once; up to 50 MB each. A table holds a document per row.`}
        accept={extensions.join(',')}
        onFiles={take}
        folders
      />
      {reading && (
        <p role="status" className={classes.facts}>
          Reading <bdi>{file?.name}</bdi>…
        </p>
      )}
      {file && fault && (
        <Note tone="fault">
          {fault}
          {fault.includes('encoding') && (
            <EncodingSelect
              value={null}
              encodings={readable.encodings}
              readAs={(encoding) => void read(file, encoding)}
            />
          )}
        </Note>
      )}
      <PasteBox onPaste={(file) => void add([file])} />
      {drafts.length > 0 && (
        <ul className={classes.list} aria-label="Texts to add">
          {drafts.map((draft) => (
            <DraftCard
              key={draft.id}
              draft={draft}
              near={nearOf(draft.id, near, drafts)}
              readable={readable}
              startsOpen={drafts.length === 1}
              brief={drafts.length > 10}
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
        <SendingFooter share={share} of="documents">
          {share === null && wanting > 0 && (
            <p role="status" className={classes.wanting}>
              {counted(wanting, 'document')} {wanting === 1 ? 'needs' : 'need'} a correction first.
            </p>
          )}
          <Button variant="default" onClick={share === null ? close : cancel} disabled={busy && share === null}>
            Cancel
          </Button>
          <Button disabled={!canAdd(drafts, defined)} loading={busy} onClick={() => void sendAll()}>
            Add {counted(drafts.filter(isReady).length, 'document')}
          </Button>
        </SendingFooter>
      )}
    </Stack>
  );
}

/** Of which other text of the list this one says much the same; those of the project are named by their card. */
function nearOf(
  id: string,
  near: readonly Near[],
  drafts: readonly Draft[],
): (Near & { title: string | null }) | undefined {
  const found = near.find((each) => each.id === id);
  const other = drafts.find((draft) => draft.id === found?.twin);
  return found && { ...found, title: other ? (isReady(other) ? other.fields.title : other.name) : null };
}
