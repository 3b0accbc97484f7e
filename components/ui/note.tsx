import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './note.module.css';

type Props = { tone: 'fault' | 'warning'; children: ReactNode };

/** Something to know before going on. A fault is announced when it appears. */
export function Note({ tone, children }: Props) {
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'fault' ? 'alert' : 'note'}>
      <IconAlertTriangle className={classes.icon} size={18} aria-hidden />
      <div className={classes.words}>{children}</div>
    </div>
  );
}
