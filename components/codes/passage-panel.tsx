'use client';

import type { ReactNode } from 'react';
import { useProject } from '@/components/project/provider';
import { isOwn, type Coding } from '@/lib/codings';
import { CodingCard, type CodingActs } from './coding-card';
import classes from './codes.module.css';

type Props = {
  /** The codings at the caret or of the selected words, in reading order. */
  here: Coding[];
  active: string | null;
  /** What to do where nothing is coded yet; null for those who do not code. */
  hint: string;
  /** Whether the viewer may code at all. */
  coding: boolean;
  acts: CodingActs;
  /** What can be done with the passage as a whole. */
  tools: ReactNode;
};

/** Everything that is said about the passage at hand: one card per coding. */
export function PassagePanel({ here, active, hint, coding, acts, tools }: Props) {
  const { viewerId } = useProject();
  return (
    <section className={classes.panel} aria-label="Selected passage">
      <div className={classes.panelHead}>
        <h2>Passage</h2>
        {here.length > 0 && (
          <span className={classes.quiet}>{here.length === 1 ? '1 coding' : `${here.length} codings`}</span>
        )}
      </div>
      {tools}
      {here.length === 0 ? (
        <p className={classes.hint}>{hint}</p>
      ) : (
        <ul className={classes.cards}>
          {here.map((each) => (
            <CodingCard
              key={each.id}
              coding={each}
              active={each.id === active}
              own={coding && isOwn(each, viewerId)}
              acts={acts}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
