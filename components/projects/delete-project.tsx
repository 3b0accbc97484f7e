'use client';

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { Section } from '@/components/ui/page';
import { keptDays } from '@/lib/log';

/** Deletes the project for everybody, once its title was typed; what that means is said before. */
export function DeleteProject() {
  const { project } = useProject();
  const send = useSend();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');

  async function remove(event: FormEvent) {
    event.preventDefault();
    if (await send('project.delete', { title: typed.trim() })) window.location.assign('/projects');
  }

  return (
    <Section
      title="Delete the project"
      lead={`It goes out of sight for everybody at once. An owner can bring it back for ${keptDays} days; then it is removed for good, with its history.`}
    >
      <Button variant="default" onClick={() => setAsking(true)}>
        Delete this project…
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title="Delete this project?">
        <form onSubmit={remove}>
          <Stack gap="sm">
            <Text size="sm">
              Documents, codebook, codings and members of “{project.title}” go out of sight for everybody. For{' '}
              {keptDays} days you find it on the page of your projects and can bring it back as it was.
            </Text>
            <TextInput
              label={`Type “${project.title}” to confirm`}
              data-autofocus
              autoComplete="off"
              dir="auto"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Group justify="end" gap="xs">
              <Button variant="default" onClick={() => setAsking(false)}>
                Cancel
              </Button>
              <Button type="submit" color="red.9" disabled={typed.trim() !== project.title.trim()}>
                Delete
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </Section>
  );
}
