'use client';

import { useHere, useProject } from '@/components/project/provider';
import { strokeStyleOf } from '@/components/reader';
import { initialsOf } from '@/components/ui/initials';
import { listed } from '@/components/ui/listed';
import classes from './here.module.css';

type Props = { documentId: string; className?: string };

const most = 4;

/** Who else has a document open just now, in initials; the names are for whoever points at them, or listens. */
export function Here({ documentId, className }: Props) {
  const { members } = useProject();
  const people = useHere().flatMap(({ documentId: where, userId }) => {
    const member = members.get(userId);
    return where === documentId && member && !member.removed ? [member] : [];
  });
  if (people.length === 0) return null;
  const words = `Here now: ${listed(people.map(({ name }) => name))}`;
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  return (
    <span className={`${classes.here} ${className ?? ''}`} role="img" aria-label={words} title={words}>
      {shown.map((person) => (
        <span key={person.id} className={classes.person} style={{ borderStyle: strokeStyleOf(person) }}>
          {initialsOf(person.name)}
        </span>
      ))}
      {people.length > shown.length && <span className={classes.more}>+{people.length - shown.length}</span>}
    </span>
  );
}
