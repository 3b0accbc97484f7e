import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** Says what would stand here, and how to begin. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
