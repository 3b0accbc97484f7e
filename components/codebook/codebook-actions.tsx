import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import classes from './codebook.module.css';

type Props = { mayEdit: boolean; reading: boolean; onReading: (reading: boolean) => void };

const views = [
  { value: 'edit', label: 'Edit' },
  { value: 'read', label: 'Read' },
];

export function CodebookActions({ mayEdit, reading, onReading }: Props) {
  return (
    <Group gap="xs" className={classes.offPaper}>
      {mayEdit && (
        <SegmentedControl
          size="xs"
          aria-label="How to look at the codebook"
          value={reading ? 'read' : 'edit'}
          onChange={(value) => onReading(value === 'read')}
          data={views}
        />
      )}
      <Button variant="default" size="xs" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
        Print
      </Button>
    </Group>
  );
}
