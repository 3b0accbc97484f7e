'use client';

import { Button, Group } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import Link from 'next/link';
import { NewProject } from './new-project';

/** The two ways in which a project begins: empty, or from a file. */
export function BeginProject() {
  return (
    <Group gap="xs" justify="center">
      <Button
        component={Link}
        href="/projects/import"
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
      >
        Import a project file
      </Button>
      <NewProject />
    </Group>
  );
}
