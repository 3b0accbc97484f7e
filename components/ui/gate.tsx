import type { ReactNode } from 'react';
import { Wordmark } from './wordmark';
import classes from './gate.module.css';

/** A page in front of the house: one heading, one form. */
export function Gate({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.gate}>
      <header className={classes.brand}>
        <Wordmark />
      </header>
      <main className={classes.card}>
        <h1>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
