import { Button, Checkbox, Progress, Select, Table } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Note } from '@/components/ui/note';
import { attributesInOrder } from '@/components/workspace/documents-in-order';
import type { Attribute } from '@/lib/documents';
import { newId } from '@/lib/log';
import { keyFor } from '../attribute-keys';
import { likelyTargets, rowDrafts, targetsFault, type ReadTable, type RowDraft, type Target } from './mapping';
import { useImport } from './use-import';
import { useNear, useSketched, type Fresh } from './use-near';
import classes from './import.module.css';

type Props = { name: string; table: ReadTable; close: () => void; onAdded: (count: number) => void };

/** A table, a document per row: what its columns are, which rows will fail and why, and then all of it at once. */
export function TableImport({ name, table, close, onAdded }: Props) {
  const { documents, attributes } = useProject();
  const sendOne = useSend();
  const defined = useMemo(() => attributesInOrder(attributes.values()), [attributes]);
  const [targets, setTargets] = useState(() => likelyTargets(table.header, defined));
  const [skipFaulty, setSkipFaulty] = useState(false);
  const [skipNear, setSkipNear] = useState(false);
  const { share, bringIn, cancel } = useImport();
  const fault = targetsFault(targets);
  const made = useMemo(() => newAttributes(table.header, targets, defined), [table, targets, defined]);
  const drafts = useMemo(() => {
    if (fault) return [];
    const keys = targets.map((target, at) => made.get(at)?.key ?? (target?.startsWith('=') ? target.slice(1) : null));
    return rowDrafts(table, targets, { defined: [...defined, ...made.values()], keys });
  }, [fault, table, targets, defined, made]);
  const textColumn = targets.indexOf('text');
  const fresh = useMemo((): Fresh[] => {
    return textColumn < 0
      ? []
      : table.rows.map((cells, index) => ({ id: String(table.numbers[index]), text: cells[textColumn] ?? '' }));
  }, [table, textColumn]);
  const near = useNear(useSketched(fresh));
  const faulty = drafts.filter((draft) => draft.fault !== null);
  const recycled = new Set((near ?? []).map(({ id }) => Number(id)));
  const coming = drafts.filter((draft) => draft.fault === null && !(skipNear && recycled.has(draft.row)));
  const ready = fault === null && near !== null && coming.length > 0 && (faulty.length === 0 || skipFaulty);
  const titleOf = (id: string) => documents.get(id)?.title ?? `row ${id}`;
  const send = async () => {
    const step = newId();
    const before = async () => {
      const defining = await Promise.all([...made.values()].map((body) => sendOne('attribute.set', body, step)));
      return defining.every((change) => change !== null);
    };
    const documents = coming.map((draft) => ({ id: newId(), ...fieldsOf(draft) }));
    const done = await bringIn(documents, name.slice(0, 300), { step, before });
    if (done) onAdded(coming.length);
  };
  return (
    <section aria-label={`Import ${name}`} className={classes.import}>
      <p className={classes.quiet}>
        <bdi>{name}</bdi>: {counted(table.rows.length, 'row')}. Say what its columns are; each row becomes a document.
      </p>
      {table.guessed && (
        <Note tone="warning">
          The file does not say how its characters are written; {table.guessed} is a guess. If the cells below look
          wrong, save the table as UTF-8.
        </Note>
      )}
      <div className={classes.scroll}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column</Table.Th>
              <Table.Th>First row</Table.Th>
              <Table.Th>Becomes</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.header.map((column, at) => (
              <Table.Tr key={column}>
                <Table.Th scope="row" className={classes.column}>
                  <bdi>{column}</bdi>
                </Table.Th>
                <Table.Td className={classes.sample} dir="auto">
                  {table.rows[0]?.[at]?.slice(0, 120)}
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`${column} becomes`}
                    placeholder="Left out"
                    data={choices(defined, column)}
                    value={targets[at]}
                    onChange={(target) => setTargets(targets.with(at, target as Target))}
                    clearable
                    searchable
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {fault && <Note tone="warning">{fault}</Note>}
      {faulty.length > 0 && (
        <Note tone="fault">
          {counted(faulty.length, 'row')} cannot be imported:
          <ul aria-label="Rows that cannot be imported" className={classes.rows}>
            {faulty.slice(0, 200).map((draft) => (
              <li key={draft.row}>
                Row {draft.row}: {draft.fault}
              </li>
            ))}
            {faulty.length > 200 && <li>and {faulty.length - 200} more</li>}
          </ul>
          <Checkbox
            label={`Leave ${faulty.length === 1 ? 'it' : 'them'} out`}
            checked={skipFaulty}
            onChange={(event) => setSkipFaulty(event.currentTarget.checked)}
          />
        </Note>
      )}
      {near === null && textColumn >= 0 && (
        <p role="status" className={classes.quiet}>
          Looking for texts that are here already…
        </p>
      )}
      {near !== null && near.length > 0 && (
        <Note tone="warning">
          {counted(near.length, 'row')} {near.length === 1 ? 'says' : 'say'} much the same as another text:
          <ul aria-label="Near-duplicates" className={classes.rows}>
            {near.slice(0, 200).map(({ id, twin, share: alike }) => (
              <li key={id}>
                Row {id}: {alike === 1 ? 'the same words as' : `about ${Math.round(alike * 100)} % the same as`} “
                <bdi>{titleOf(twin)}</bdi>”
              </li>
            ))}
            {near.length > 200 && <li>and {near.length - 200} more</li>}
          </ul>
          <Checkbox
            label={`Leave ${near.length === 1 ? 'it' : 'them'} out`}
            checked={skipNear}
            onChange={(event) => setSkipNear(event.currentTarget.checked)}
          />
        </Note>
      )}
      {share !== null && <Progress value={share * 100} aria-label="Share of the rows that were sent" animated />}
      <div className={classes.footer}>
        <Button variant="default" onClick={share === null ? close : cancel}>
          Cancel
        </Button>
        <Button disabled={!ready} loading={share !== null} onClick={() => void send()}>
          Import {counted(coming.length, 'document')}
        </Button>
      </div>
    </section>
  );
}

function fieldsOf({ title, text, language, direction, attributes }: RowDraft) {
  return { title, text, language, direction, attributes };
}

function choices(defined: readonly Attribute[], column: string) {
  const fields = [
    { value: 'text', label: 'Text' },
    { value: 'title', label: 'Title' },
    { value: 'language', label: 'Language' },
  ];
  const own = defined
    .filter(({ type }) => type !== 'language')
    .map(({ key, name }) => ({ value: `=${key}`, label: name }));
  return [...fields, ...own, { value: 'new', label: `New attribute “${column}”` }];
}

/** The attributes that columns become which no attribute stands for yet, by the column's place. They hold text. */
function newAttributes(
  header: readonly string[],
  targets: readonly Target[],
  defined: readonly Attribute[],
): Map<number, Attribute> {
  const made = new Map<number, Attribute>();
  const next = Math.max(-1, ...defined.map(({ position }) => position)) + 1;
  for (const [at, target] of targets.entries()) {
    if (target !== 'new') continue;
    const key = keyFor(
      header[at]!,
      [...defined, ...made.values()].map((each) => each.key),
    );
    made.set(at, {
      id: newId(),
      key,
      name: header[at]!.slice(0, 100),
      type: 'text',
      options: [],
      position: next + made.size,
    });
  }
  return made;
}
