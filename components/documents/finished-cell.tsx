import { IconCheck, IconLock } from '@tabler/icons-react';
import { initialsOf } from '@/components/ui/initials';
import type { Member } from '@/lib/projects';
import type { ProgressCell } from '@/lib/rounds';
import classes from './documents.module.css';

const words: Record<Exclude<ProgressCell, 'none'>, string> = {
  finished: 'finished',
  open: 'not finished',
  hidden: 'sealed until the round closes',
};

/** Each coder's initials, marked where they have finished; a tally where there are too many to tell apart. */
export function FinishedCell({ coders, cells }: { coders: readonly Member[]; cells: readonly ProgressCell[] }) {
  const asked = coders.flatMap((coder, index) => {
    const cell = cells[index] ?? 'open';
    return cell === 'none' ? [] : [{ ...coder, cell }];
  });
  const done = cells.filter((cell) => cell === 'finished').length;
  const hidden = cells.includes('hidden');
  if (asked.length > 6) return <span>{hidden ? `${done} of ${asked.length}, others sealed` : `${done} of ${asked.length}`}</span>;
  return (
    <ul className={classes.marks}>
      {asked.map(({ id, name, cell }) => (
        <li key={id} className={classes.mark} data-cell={cell} title={`${name}: ${words[cell]}`}>
          <span aria-hidden>{initialsOf(name)}</span>
          {cell === 'finished' && <IconCheck size={11} stroke={3} aria-hidden />}
          {cell === 'hidden' && <IconLock size={11} aria-hidden />}
          <span className={classes.unseen}>{`${name}: ${words[cell]}`}</span>
        </li>
      ))}
    </ul>
  );
}
