'use client';

import { Button, Group, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { counted, countedIfAny } from '@/components/ui/counted';
import { Note } from '@/components/ui/note';
import type { ImportChoices, Preview } from '@/lib/interchange/importing';
import classes from './importing.module.css';
import { PeopleChoice } from './people-choice';

type Props = {
  preview: Preview;
  isNew: boolean;
  land: (choices: Omit<ImportChoices, 'source'>) => void;
  cancel: () => void;
};
type Way = 'join' | 'new';

/** What a file holds and where it meets what is here, with everything that can be decided about it. */
export function LookAtImport({ preview, isNew, land, cancel }: Props) {
  const { title, format, keeps, people, members, codes, documents, notes, loses } = preview;
  const suggested = people.map(({ key, suggested: memberId }) => [key, memberId] as const);
  const [chosen, choose] = useState<ReadonlyMap<string, string | null>>(new Map(suggested));
  const [codeWay, setCodeWay] = useState<Way>('join');
  const [documentWay, setDocumentWay] = useState<Way>('join');
  const sealed = documentWay === 'join' ? documents.filter((each) => each.sealed) : [];
  const go = () =>
    land({
      people: people.map(({ key }) => ({ key, memberId: chosen.get(key) ?? null })),
      codes: codeWay,
      documents: documentWay,
    });
  return (
    <>
      <section aria-labelledby="found">
        <h2 id="found" dir="auto">
          {title}
        </h2>
        <p>
          {format}: {inAll(preview)}. Nothing is stored yet.
        </p>
        <p className={classes.quiet}>
          {keeps
            ? 'Codings stay whose own they are: yours stay yours, and those of placeholders count for agreement as they did, with their finished marks. Closed rounds come in with the numbers that they closed with, where everybody in them is a placeholder or you.'
            : 'All codings come in as imported. They are shown, searched and exported; agreement does not count them, for nobody here has said what was left uncoded on purpose.'}
        </p>
      </section>
      {people.length > 0 && <PeopleChoice people={people} members={members} chosen={chosen} choose={choose} />}
      {codes.length > 0 && (
        <Meeting title={`${counted(codes.length, 'code')} with a path that is here already`} names={codes}>
          <Ways
            label="Codes that are here already"
            way={codeWay}
            setWay={setCodeWay}
            join="Put their codings on the codes here"
            fresh="Add them under another name"
          />
        </Meeting>
      )}
      {documents.length > 0 && (
        <Meeting
          title={`${counted(documents.length, 'document')} with a text that is here already`}
          names={documents.map(({ title: theirs, here }) => (theirs === here ? theirs : `${theirs} (here: ${here})`))}
        >
          <Ways
            label="Documents that are here already"
            way={documentWay}
            setWay={setDocumentWay}
            join="Put their codings on the documents here"
            fresh="Add them once more"
          />
        </Meeting>
      )}
      {sealed.length > 0 && (
        <Note tone="warning">
          A round is open on {counted(sealed.length, 'of these documents', 'of these documents')}. Close it first, or
          add the documents once more.
        </Note>
      )}
      <section aria-labelledby="lost">
        <h2 id="lost">What does not come in</h2>
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          <li>
            {format} never carries: {loses.join('; ')}.
          </li>
        </ul>
      </section>
      <Group gap="xs">
        <Button onClick={go} disabled={sealed.length > 0}>
          {isNew ? 'Make a project of it' : 'Import'}
        </Button>
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </>
  );
}

function inAll({ counts }: Preview): string {
  const { documents, codes, codings, attributes, finished, pairs, rounds, settlements, comments } = counts;
  return [
    ...[counted(documents, 'document'), counted(codes, 'code'), counted(codings, 'coding')],
    ...countedIfAny(attributes, 'attribute'),
    ...countedIfAny(pairs, 'pair'),
    ...countedIfAny(finished, 'finished mark'),
    ...countedIfAny(rounds, 'round'),
    ...countedIfAny(settlements, 'settled passage'),
    ...countedIfAny(comments, 'comment'),
  ].join(', ');
}

function Meeting({ title, names, children }: { title: string; names: string[]; children: ReactNode }) {
  return (
    <section className={classes.meeting}>
      <h2>{title}</h2>
      {children}
      <details>
        <summary>Which ones</summary>
        <ul className={classes.notes}>
          {names.map((name, at) => (
            <li key={at} dir="auto">
              {name}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

type WaysProps = { label: string; way: Way; setWay: (way: Way) => void; join: string; fresh: string };

function Ways({ label, way, setWay, join, fresh }: WaysProps) {
  return (
    <SegmentedControl
      aria-label={label}
      className={classes.ways}
      value={way}
      onChange={(value) => setWay(value as Way)}
      data={[
        { value: 'join', label: join },
        { value: 'new', label: fresh },
      ]}
    />
  );
}
