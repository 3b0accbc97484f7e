import { ActionIcon, Button, Collapse, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Note } from '@/components/ui/note';
import type { Readable } from './add-documents';
import { BlocksPreview } from './blocks-preview';
import { DocumentFields } from './document-fields';
import type { Draft, ReadyDraft } from './draft';
import { EncodingSelect } from './encoding-select';
import type { Fields } from './fields';
import { languageName } from './languages';
import classes from './drafts.module.css';

type Acts = { edit: (fields: Fields) => void; readAs: (encoding: string) => void; drop: () => void };
type Props = { draft: Draft; readable: Readable; startsOpen: boolean; acts: Acts };

/** One file: how it was read, its first lines, and what is said about it. */
export function DraftCard({ draft, readable, startsOpen, acts }: Props) {
  const title = draft.state === 'ready' ? draft.fields.title || draft.name : draft.name;
  return (
    <li className={classes.draft}>
      <div className={classes.head}>
        <h3 dir="auto">{title}</h3>
        {draft.state === 'reading' && <Loader size="xs" role="status" aria-label="Reading" />}
        <ActionIcon variant="subtle" color="gray" aria-label={`Leave out ${title}`} onClick={acts.drop}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {draft.state === 'refused' && <Refused {...{ draft, readable }} readAs={acts.readAs} />}
      {draft.state === 'ready' && <Ready {...{ draft, readable, startsOpen, acts }} />}
    </li>
  );
}

type RefusedProps = { draft: Extract<Draft, { state: 'refused' }>; readable: Readable; readAs: Acts['readAs'] };

function Refused({ draft, readable, readAs }: RefusedProps) {
  return (
    <Note tone="fault">
      {draft.fault}
      {draft.fault.includes('encoding') && (
        <EncodingSelect value={null} encodings={readable.encodings} readAs={readAs} />
      )}
    </Note>
  );
}

function Ready({ draft, readable, startsOpen, acts }: { draft: ReadyDraft } & Omit<Props, 'draft'>) {
  const { documents } = useProject();
  const { read, fields } = draft;
  const [opened, { toggle }] = useDisclosure(startsOpen || read.guessed);
  const twin = [...documents.values()].find(({ sha256 }) => sha256 === read.sha256);
  return (
    <>
      <p className={classes.facts}>{factsOf(draft, readable).join(' · ')}</p>
      {twin && <Note tone="warning">The very same text is already in this project: “{twin.title}”.</Note>}
      {read.warnings.map((warning) => (
        <Note key={warning} tone="warning">
          {warning}
        </Note>
      ))}
      {read.guessed && (
        <Note tone="warning">
          The file does not say how its characters are written; this is a guess. If the words below look wrong, choose
          another encoding.
        </Note>
      )}
      {read.encoding !== null && (
        <EncodingSelect value={read.encoding} encodings={readable.encodings} readAs={acts.readAs} />
      )}
      <BlocksPreview read={read} direction={fields.direction} language={fields.language} />
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.more}
        aria-expanded={opened}
        rightSection={
          <IconChevronDown size={14} aria-hidden style={{ transform: opened ? 'rotate(180deg)' : undefined }} />
        }
        onClick={toggle}
      >
        Title and attributes
      </Button>
      <Collapse expanded={opened}>
        <DocumentFields fields={fields} onChange={acts.edit} />
      </Collapse>
    </>
  );
}

/** How the file was understood, before anything is stored. */
function factsOf({ read, fields }: ReadyDraft, { kinds, encodings }: Readable): string[] {
  return [
    kinds.find(({ format }) => format === read.format)?.title ?? read.format,
    ...encodings.filter(({ label }) => label === read.encoding).map(({ name }) => name),
    counted(read.blocks.length, 'block'),
    counted(read.text.length, 'character'),
    fields.language ? languageName(fields.language) : 'language not known',
  ];
}
