import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Swatch } from '@/components/codes';
import { useProject, useUndo } from '@/components/project/provider';
import { Moment } from '@/components/ui/moment';
import type { Coding } from '@/lib/codings';
import type { Settlement } from '@/lib/rounds';
import classes from './adjudication.module.css';
import { AddExample } from './add-example';
import { unknown } from './case-list';
import { rejected } from './decision';
import type { Lane, Queue } from './queue';

type Props = {
  settlement: Settlement;
  codings: Coding[];
  lanes: Lane[];
  codes: Queue['codes'];
  maySettle: boolean;
  open: (settlement: Settlement) => Promise<boolean>;
};

/** What was decided, by whom and why; and what the codebook can learn from it. */
export function SettledView({ settlement, codings, lanes, codes, maySettle, open }: Props) {
  const { codes: alive, members } = useProject();
  const { undo, canUndo } = useUndo();
  const left = rejected(lanes, codings).filter(({ codeId }) => alive.has(codeId));
  return (
    <section className={classes.decision} aria-label="Decision">
      <h3>
        <IconCheck size={16} aria-hidden /> Settled
      </h3>
      <p className={classes.quiet}>
        By {members.get(settlement.adjudicatorId)?.name ?? 'a former member'}, <Moment at={settlement.at} />
      </p>
      {codings.length === 0 && (
        <p>
          {settlement.codingIds.length === 0 ? 'No code belongs here.' : 'The codes chosen here were deleted since.'}
        </p>
      )}
      <ul className={classes.chosen}>
        {codings.map((coding) => {
          const { name, color } = alive.get(coding.codeId) ?? codes[coding.codeId] ?? unknown;
          return (
            <li key={coding.id}>
              <Swatch color={color} />
              <strong dir="auto">{name}</strong>
              <q dir="auto">{coding.quote}</q>
            </li>
          );
        })}
      </ul>
      {settlement.reason !== '' && (
        <p className={classes.reason} dir="auto">
          {settlement.reason}
        </p>
      )}
      {maySettle && (
        <div className={classes.acts}>
          {codings.map((coding) => (
            <AddExample key={coding.id} part={coding} counter={false} note={settlement.reason} />
          ))}
          {left.map((part) => (
            <AddExample key={part.codeId} part={part} counter note={settlement.reason} />
          ))}
          <Button size="xs" variant="default" onClick={() => void open(settlement)}>
            Open again
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!canUndo}
            onClick={() => void undo()}
            aria-keyshortcuts="Control+Z"
          >
            Undo my last change
          </Button>
        </div>
      )}
    </section>
  );
}
