'use client';

import { Anchor, Button, Group } from '@mantine/core';
import Link from 'next/link';
import { counted, countedIfAny } from '@/components/ui/counted';
import type { ImportCounts } from '@/lib/interchange/importing';
import classes from './importing.module.css';
import type { Landed } from './use-import';

/** After an import: how much of what came in, and the list of what did not. */
export function WhatCameIn({ landed: { projectId, report }, again }: { landed: Landed; again: () => void }) {
  const { source, counts, notes, people } = report;
  const home = `/projects/${projectId}`;
  return (
    <section aria-labelledby="came" className={classes.came}>
      <h2 id="came" tabIndex={-1} ref={focus}>
        “{source}” came in
      </h2>
      <ul className={classes.notes}>
        {saidOf(counts).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {people.some(({ placeholder }) => placeholder) && (
          <li>
            Under placeholders:{' '}
            {people
              .filter(({ placeholder }) => placeholder)
              .map(({ name }) => name)
              .join(', ')}
            . <To href={`${home}/members`}>Members</To>
          </li>
        )}
      </ul>
      <h3>What did not come in, or came in otherwise</h3>
      {notes.length === 0 ? (
        <p>Everything in the file came in as it was.</p>
      ) : (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>
        It stands in the <To href={`${home}/history`}>history</To> as one change, where it can be withdrawn as long as
        nobody has built on it.
      </p>
      <Group gap="xs">
        <Button component={Link} href={home}>
          Open the documents
        </Button>
        <Button variant="default" onClick={again}>
          Import another file
        </Button>
      </Group>
    </section>
  );
}

function To({ href, children }: { href: string; children: string }) {
  return (
    <Anchor component={Link} href={href} underline="always" inherit>
      {children}
    </Anchor>
  );
}

/** Whoever listens to the page hears that it is done. */
function focus(heading: HTMLElement | null): void {
  heading?.focus();
}

function saidOf(counts: ImportCounts): string[] {
  const { documents, joinedDocuments, codes, joinedCodes, codings, finished, attributes, pairs } = counts;
  const { rounds, settlements, comments } = counts;
  return [
    `${counted(documents, 'new document')}${joinedDocuments > 0 ? `, ${joinedDocuments.toLocaleString('en')} that were here already` : ''}`,
    `${counted(codes, 'new code')}${joinedCodes > 0 ? `, ${joinedCodes.toLocaleString('en')} that were here already` : ''}`,
    counted(codings, 'coding'),
    ...countedIfAny(attributes, 'new attribute'),
    ...countedIfAny(pairs, 'pair of an original and its translation', 'pairs of originals and translations'),
    ...countedIfAny(finished, 'finished mark'),
    ...(rounds > 0
      ? [
          `${counted(rounds, 'closed round')}, ${counted(settlements, 'settled passage')}, ${counted(comments, 'comment')}`,
        ]
      : []),
  ];
}
