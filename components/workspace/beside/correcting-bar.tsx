import { Button } from '@mantine/core';
import { otherSide, type Side } from '@/lib/documents';
import classes from './beside.module.css';
import type { Correcting } from './use-correcting';

/** Puts the two blocks where the carets stand together, or takes apart what was put together there. */
export function CorrectingBar({ correcting, side }: { correcting: Correcting; side: Side }) {
  const { picked, isJoined, join, part } = correcting;
  return (
    <div role="group" aria-label="Correct the alignment" className={classes.correcting}>
      <p role="status">
        {picked
          ? `Paragraph ${picked[side] + 1} of the ${side}, paragraph ${picked[otherSide(side)] + 1} of the ${otherSide(side)}`
          : 'Click into a paragraph on each side, or go there with Shift+T and the arrow keys.'}
      </p>
      <Button size="compact-xs" disabled={!picked || isJoined} onClick={join}>
        These belong together
      </Button>
      <Button size="compact-xs" variant="default" disabled={!part} onClick={() => part?.()}>
        Take apart
      </Button>
    </div>
  );
}
