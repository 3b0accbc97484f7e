import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconIndentDecrease, IconIndentIncrease, type Icon } from '@tabler/icons-react';
import type { Direction, Moving } from '@/components/codes';
import classes from './tree.module.css';

const steps: { direction: Direction; label: string; keys: string; Icon: Icon }[] = [
  { direction: 'up', label: 'Move up', keys: 'Alt+Up', Icon: IconArrowUp },
  { direction: 'down', label: 'Move down', keys: 'Alt+Down', Icon: IconArrowDown },
  { direction: 'out', label: 'Move out of its parent', keys: 'Alt+Left', Icon: IconIndentDecrease },
  { direction: 'in', label: 'Move under the code above', keys: 'Alt+Right', Icon: IconIndentIncrease },
];

/** The four steps as buttons, for touch and for those who do not know the keys yet. */
export function MoveBar({ selected, moving }: { selected: string | null; moving: Moving }) {
  return (
    <Group gap={2} role="group" aria-label="Move the chosen code">
      {steps.map(({ direction, label, keys, Icon }) => (
        <Tooltip key={direction} label={`${label} (${keys})`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.step}
            aria-label={label}
            disabled={!selected || !moving.canStep(selected, direction)}
            onClick={() => selected && moving.step(selected, direction)}
          >
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}
