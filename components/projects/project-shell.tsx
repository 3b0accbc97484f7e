import type { ReactNode } from 'react';
import { ReminderBar } from '@/components/rounds';
import { ProjectHeader } from './project-header';
import classes from './project-header.module.css';
import { UnsavedBar } from './unsaved-bar';

/** The header over the page at hand. `--concord-top` tells pages how much of the window it covers while they scroll. */
export function ProjectShell({ name, seenAt, children }: { name: string; seenAt: string | null; children: ReactNode }) {
  return (
    <div className={classes.shell}>
      <ProjectHeader name={name} seenAt={seenAt} />
      <UnsavedBar />
      <ReminderBar />
      <main>{children}</main>
    </div>
  );
}
