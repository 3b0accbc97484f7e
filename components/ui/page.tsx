import type { ReactNode } from 'react';
import classes from './page.module.css';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; narrow?: boolean; children: ReactNode };

/** A page below the header: its heading, what can be done on it, and its content. */
export function Page({ title, lead, actions, narrow = false, children }: Props) {
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <header className={classes.head}>
        <h1>{title}</h1>
        {actions && <div className={classes.actions}>{actions}</div>}
        {lead && <p className={classes.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

type SectionProps = { id?: string; title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A part of a page under a heading of its own. */
export function Section({ id, title, lead, actions, children }: SectionProps) {
  return (
    <section id={id} className={classes.section}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {actions && <div className={classes.actions}>{actions}</div>}
        {lead && <p className={classes.lead}>{lead}</p>}
      </header>
      {children}
    </section>
  );
}
