import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './told.module.css';

type Props = { title: string; to: string; where: string; actions?: ReactNode; children: ReactNode };

/** A page that has only something to say, and a way on. */
export function Told({ title, to, where, actions, children }: Props) {
  return (
    <div className={classes.told}>
      <h1>{title}</h1>
      <p>{children}</p>
      <p className={classes.ways}>
        {actions}
        <Link href={to}>{where}</Link>
      </p>
    </div>
  );
}
