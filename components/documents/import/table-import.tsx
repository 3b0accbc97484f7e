import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useProject, useSend, useTakeBack } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Note } from '@/components/ui/note';
import { attributesInOrder } from '@/components/workspace/documents-in-order';
import { newId, type Change } from '@/lib/log';
import { EncodingSelect, GuessedNote, type EncodingChoice } from '../encoding-select';
import { SendingFooter } from '../sending-footer';
import { ColumnChoices } from './column-choices';
import type { RowDraft } from './row-drafts';
import { RowsNote } from './rows-note';
import { likelyTargets, type ReadTable } from './targets';
import { useDryRun } from './use-dry-run';
import { useImport } from './use-import';
import classes from './import.module.css';

type Props = {
  name: string;
  table: ReadTable;
  encodings: readonly EncodingChoice[];
  readAs: (encoding: string) => void;
  /** Why it could not be read in the encoding that was named last, or null. */
  fault: string | null;
  close: () => void;
  onAdded: (count: number) => void;
};

/** A table, a document per row: what its columns are, which rows will fail and why, and then all of it at once. */
export function TableImport({ name, table, encodings, readAs, fault: unread, close, onAdded }: Props) {
  const { documents, attributes } = useProject();
  const sendOne = useSend();
  const takeBack = useTakeBack();
  const defined = useMemo(() => attributesInOrder(attributes.values()), [attributes]);
  const [targets, setTargets] = useState(() => likelyTargets(table.header, defined));
  const [skipFaulty, setSkipFaulty] = useState(false);
  const [skipNear, setSkipNear] = useState(false);
  const { share, bringIn, cancel } = useImport();
  const { fault, made, drafts, near, ready } = useDryRun(table, targets, defined);
  const faulty = drafts.filter((draft) => draft.fault !== null);
  const recycled = new Set(near.map(({ id }) => Number(id)));
  const coming = drafts.filter((draft) => draft.fault === null && !(skipNear && recycled.has(draft.row)));
  const mayGo = ready && coming.length > 0 && (faulty.length === 0 || skipFaulty);
  const send = async () => {
    const step = newId();
    const defining: Change[] = [];
    const before = async () => {
      for (const body of made.values()) {
        const change = await sendOne('attribute.set', body, step);
        if (!change) return false;
        defining.push(change);
      }
      return true;
    };
    const incoming = coming.map((draft) => ({ id: newId(), ...fieldsOf(draft) }));
    if (await bringIn(incoming, name.slice(0, 300), { step, before })) onAdded(coming.length);
    else for (const change of defining.toReversed()) await takeBack(change);
  };
  return (
    <section aria-label={`Import ${name}`} className={classes.import}>
      <p className={classes.quiet}>
        <bdi>{name}</bdi>: {counted(table.rows.length, 'row')}. Say what its columns are; each row becomes a document.
      </p>
      {table.guessed && <GuessedNote />}
      {unread && <Note tone="fault">{unread}</Note>}
      {table.encoding && <EncodingSelect value={table.encoding} encodings={encodings} readAs={readAs} />}
      <ColumnChoices {...{ table, targets, defined, made }} choose={setTargets} />
      {fault && <Note tone="warning">{fault}</Note>}
      {faulty.length > 0 && (
        <RowsNote
          tone="fault"
          lead={`${counted(faulty.length, 'row')} cannot be imported:`}
          label="Rows that cannot be imported"
          rows={faulty.map((draft) => ({ row: draft.row, why: draft.fault }))}
          leftOut={skipFaulty}
          leaveOut={setSkipFaulty}
        />
      )}
      {near.length > 0 && (
        <RowsNote
          tone="warning"
          lead={`${counted(near.length, 'row')} ${near.length === 1 ? 'says' : 'say'} much the same as another text:`}
          label="Near-duplicates"
          rows={near.map(({ id, twin, share: alike }) => ({
            row: id,
            why: (
              <>
                {alike === 1 ? 'the same words as' : `about ${Math.round(alike * 100)} % the same as`}{' '}
                {documents.has(twin) ? <bdi>“{documents.get(twin)!.title}”</bdi> : `row ${twin}`}
              </>
            ),
          }))}
          leftOut={skipNear}
          leaveOut={setSkipNear}
        />
      )}
      {!fault && !ready && (
        <p role="status" className={classes.quiet}>
          Looking at every row, and for texts that are here already…
        </p>
      )}
      <SendingFooter share={share} of="rows">
        <Button variant="default" onClick={share === null ? close : cancel}>
          {share === null ? 'Back' : 'Cancel'}
        </Button>
        <Button disabled={!mayGo} loading={share !== null} onClick={() => void send()}>
          Import {counted(coming.length, 'document')}
        </Button>
      </SendingFooter>
    </section>
  );
}

function fieldsOf({ title, text, language, direction, attributes }: RowDraft) {
  return { title, text, language, direction, attributes };
}
