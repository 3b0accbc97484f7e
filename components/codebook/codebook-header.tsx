import { Button, Group, SegmentedControl, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useProject } from '@/components/project/provider';
import classes from './codebook.module.css';

type Props = { mayEdit: boolean; reading: boolean; onReading: (reading: boolean) => void };

export function CodebookHeader({ mayEdit, reading, onReading }: Props) {
  const { codes, codebookVersion, project } = useProject();
  return (
    <header className={classes.header}>
      <div>
        <Title order={1} size="h3">
          Codebook
        </Title>
        <p className={classes.subtitle}>
          <span className={classes.onPaper}>{project.title}, </span>
          {codes.size === 1 ? '1 code' : `${codes.size} codes`}, version {codebookVersion}
        </p>
      </div>
      {codes.size > 0 && (
        <Group gap="xs" className={classes.offPaper}>
          {mayEdit && (
            <SegmentedControl
              size="xs"
              aria-label="How to look at the codebook"
              value={reading ? 'read' : 'edit'}
              onChange={(value) => onReading(value === 'read')}
              data={[
                { value: 'edit', label: 'Edit' },
                { value: 'read', label: 'Read' },
              ]}
            />
          )}
          <Button variant="default" size="xs" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            Print
          </Button>
        </Group>
      )}
    </header>
  );
}
