import { ActionIcon, Button, Collapse, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Note } from '@/components/ui/note';
import type { Readable } from './add-documents';
import type { Near } from '@/lib/documents';
import { BlocksPreview } from './blocks-preview';
import { DocumentFields } from './document-fields';
import type { Draft, ReadyDraft } from './draft';
import { EncodingSelect, GuessedNote } from './encoding-select';
import { fieldFaults, type Fields } from './fields';
import { languageName } from './languages';
import classes from './drafts.module.css';

type Acts = { edit: (fields: Fields) => void; readAs: (encoding: string) => void; drop: () => void };
type Props = {
  draft: Draft;
  /** Another text that says much the same; its title, unless it is one of the project's. */
  near: (Near & { title: string | null }) | undefined;
  readable: Readable;
  startsOpen: boolean;
  /** One of many: its words are shown only when it is opened. */
  brief: boolean;
  acts: Acts;
};

/** One file: how it was read, its first lines, and what is said about it. */
export function DraftCard({ draft, near, readable, startsOpen, brief, acts }: Props) {
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
      {draft.state === 'ready' && <Ready {...{ draft, near, readable, startsOpen, brief, acts }} />}
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

function Ready({ draft, near, readable, startsOpen, brief, acts }: { draft: ReadyDraft } & Omit<Props, 'draft'>) {
  const { documents, attributes } = useProject();
  const { read, fields } = draft;
  const faults = fieldFaults(fields, [...attributes.values()]);
  const [opened, { toggle }] = useDisclosure(startsOpen || read.guessed);
  const twin = [...documents.values()].find(({ sha256 }) => sha256 === read.sha256);
  return (
    <>
      <p className={classes.facts}>{factsOf(draft, readable).join(' · ')}</p>
      {twin && <Note tone="warning">The very same text is already in this project: “{twin.title}”.</Note>}
      {near && !twin && (
        <Note tone="warning">
          {near.share === 1 ? 'The same words as' : `About ${Math.round(near.share * 100)} % the same as`} “
          <bdi>{near.title ?? documents.get(near.twin)?.title}</bdi>”
          {near.title ? ' in this list' : ', which is in this project already'}.
        </Note>
      )}
      {read.warnings.map((warning) => (
        <Note key={warning} tone="warning">
          {warning}
        </Note>
      ))}
      {read.guessed && <GuessedNote />}
      {read.encoding !== null && draft.bytes.size > 0 && (
        <EncodingSelect value={read.encoding} encodings={readable.encodings} readAs={acts.readAs} />
      )}
      <FoundValues found={draft.found} fields={fields} />
      {faults.map((fault) => (
        <Note key={fault} tone="warning">
          {fault}
        </Note>
      ))}
      {(!brief || opened) && <BlocksPreview read={read} direction={fields.direction} language={fields.language} />}
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
        {(!brief || opened) && <DocumentFields fields={fields} onChange={acts.edit} />}
      </Collapse>
    </>
  );
}

/** Which values were found in the file, for somebody to check; what was corrected is no longer named. */
function FoundValues({ found, fields }: Pick<ReadyDraft, 'found' | 'fields'>) {
  const { attributes } = useProject();
  const named = new Map([...attributes.values()].map(({ key, name }) => [key, name]));
  const standing = found.filter(({ key, value }) => fields.attributes[key] === value);
  if (standing.length === 0) return null;
  return (
    <dl className={classes.found} aria-label="Found in the file; please check">
      {standing.map(({ key, value, where }) => (
        <div key={key}>
          <dt>{named.get(key) ?? key}</dt>
          <dd>
            <bdi>{value}</bdi> <span>{where === 'line' ? 'from the text' : 'from the file’s properties'}</span>
          </dd>
        </div>
      ))}
    </dl>
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
