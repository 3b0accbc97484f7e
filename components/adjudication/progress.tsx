import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { counted } from '@/components/ui/counted';
import classes from './adjudication.module.css';
import type { Queue } from './queue';

type Props = { done: number; of: number; named: boolean; documents: Queue['documents'] };

/** How far adjudication has come, and whether one is told who is who. */
export function Progress({ done, of, named, documents }: Props) {
  const path = usePathname();
  return (
    <div className={classes.progress}>
      <p>
        <strong>{`${done.toLocaleString('en')} of ${counted(of, 'difference')} settled`}</strong>
        {` in ${counted(documents.compared, 'document')} that two or more coders finished. The costliest for agreement come first.`}
      </p>
      {of > 0 && (
        <div className={classes.bar} role="img" aria-label={`${done} of ${of} settled`}>
          <span style={{ inlineSize: `${(100 * done) / of}%` }} />
        </div>
      )}
      <p className={classes.quiet}>
        {named
          ? 'Coders are shown by name. '
          : 'Names are hidden: each coder has a letter, the same one throughout this round. '}
        <Link href={named ? path : `${path}?names=shown`}>{named ? 'Hide names' : 'Show names'}</Link>
      </p>
    </div>
  );
}
