import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { listed } from '@/components/ui/listed';
import classes from './review.module.css';

/** How much others have to look at again; theirs alone to settle. */
export function OthersLeft({ others }: { others: { coderId: string; count: number }[] }) {
  const { members } = useProject();
  if (others.length === 0) return null;
  const left = others.map(
    ({ coderId, count }) => `${members.get(coderId)?.name ?? 'a former member'} ${counted(count, 'coding')}`,
  );
  return (
    <p className={classes.others}>
      Others have theirs to look at, as far as you can see: {listed(left)}. Everybody settles their own.
    </p>
  );
}
