import { ActionIcon, Button, Collapse, Loader, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useProject } from '@/components/project/provider';
import { Note } from '@/components/ui/note';
import { DocumentFields } from './document-fields';
import type { Draft, ReadyDraft } from './draft';
import type { Fields } from './fields';
import { languageName } from './languages';
import classes from './drafts.module.css';

export type EncodingChoice = { label: string; name: string };
type Acts = { edit: (fields: Fields) => void; readAs: (encoding: string) => void; drop: () => void };
type Props = { draft: Draft; encodings: readonly EncodingChoice[]; startsOpen: boolean; acts: Acts };

/** One file: how it was read, its first lines, and what is said about it. */
export function DraftCard({ draft, encodings, startsOpen, acts }: Props) {
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
      {draft.state === 'refused' && <Refused {...{ draft, encodings }} readAs={acts.readAs} />}
      {draft.state === 'ready' && <Ready {...{ draft, encodings, startsOpen, acts }} />}
    </li>
  );
}

type RefusedProps = { draft: Extract<Draft, { state: 'refused' }>; encodings: readonly EncodingChoice[]; readAs: Acts['readAs'] };

function Refused({ draft, encodings, readAs }: RefusedProps) {
  return (
    <Note tone="fault">
      {draft.fault}
      {draft.fault.includes('encoding') && <EncodingSelect value={null} {...{ encodings, readAs }} />}
    </Note>
  );
}

function Ready({ draft, encodings, startsOpen, acts }: { draft: ReadyDraft } & Omit<Props, 'draft'>) {
  const { documents } = useProject();
  const { read, fields } = draft;
  const [opened, { toggle }] = useDisclosure(startsOpen || read.guessed);
  const twin = [...documents.values()].find(({ sha256 }) => sha256 === read.sha256);
  return (
    <>
      <p className={classes.facts}>
        {[
          read.format === 'markdown' ? 'Markdown' : 'Plain text',
          encodings.find(({ label }) => label === read.encoding)?.name ?? read.encoding,
          `${read.blocks.toLocaleString('en')} ${read.blocks === 1 ? 'block' : 'blocks'}`,
          `${read.text.length.toLocaleString('en')} characters`,
          fields.language ? languageName(fields.language) : 'language not known',
        ].join(' · ')}
      </p>
      {twin && (
        <Note tone="warning">
          The very same text is already in this project: “{twin.title}”.
        </Note>
      )}
      {read.guessed && (
        <Note tone="warning">
          The file does not say how its characters are written; this is a guess. If the words below look wrong, choose another encoding.
          <EncodingSelect value={read.encoding} encodings={encodings} readAs={acts.readAs} />
        </Note>
      )}
      <blockquote className={classes.preview} dir={fields.direction} lang={fields.language ?? undefined}>
        {read.text.trimStart().slice(0, 420)}
        {read.text.length > 420 && ' …'}
      </blockquote>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.more}
        aria-expanded={opened}
        rightSection={<IconChevronDown size={14} aria-hidden style={{ transform: opened ? 'rotate(180deg)' : undefined }} />}
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

function EncodingSelect({ value, encodings, readAs }: { value: string | null; encodings: readonly EncodingChoice[]; readAs: Acts['readAs'] }) {
  return (
    <Select
      mt="xs"
      size="xs"
      maw={320}
      label="Read it as"
      placeholder="Choose an encoding"
      data={encodings.map(({ label, name }) => ({ value: label, label: name }))}
      value={value}
      onChange={(next) => next && readAs(next)}
      searchable
      allowDeselect={false}
    />
  );
}
