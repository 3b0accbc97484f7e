import { Button, Tooltip } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import classes from './workspace.module.css';

type Props = { finished: boolean; toggle: () => void };

/** A coder's own statement that the document is done, which turns silence into "no" for agreement. */
export function FinishedToggle({ finished, toggle }: Props) {
  const meaning = finished
    ? 'You said you are done: where you put no code, agreement reads “no”. Click to take it back.'
    : 'Say that you are done with this document. Only then does a passage you left uncoded count as “no” in agreement. (Shift+F)';
  return (
    <Tooltip label={meaning} multiline maw={280} openDelay={300}>
      <Button
        size="xs"
        variant="default"
        className={classes.finished}
        aria-pressed={finished}
        leftSection={finished ? <IconCircleCheckFilled size={16} /> : <IconCircleDashed size={16} />}
        onClick={toggle}
      >
        {finished ? 'Finished' : 'Mark finished'}
      </Button>
    </Tooltip>
  );
}
