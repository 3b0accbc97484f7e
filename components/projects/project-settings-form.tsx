'use client';

import { Button, Group, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import type { Project } from '@/lib/projects';

type Values = Omit<Project, 'id'>;

/** The project's own fields. What is not edited here follows the project live, and only what is edited is sent. */
export function ProjectSettingsForm() {
  const { project } = useProject();
  const send = useSend();
  const [edits, setEdits] = useState<Partial<Values>>({});
  const changed = differing(edits, project);
  const shown = { ...project, ...edits };
  const edit = (set: Partial<Values>) => setEdits((before) => ({ ...before, ...set }));

  async function save(event: FormEvent) {
    event.preventDefault();
    if (await send('project.edit', { set: changed })) setEdits({});
  }

  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <TextInput label="Title" required maxLength={200} value={shown.title} onChange={(event) => edit({ title: event.currentTarget.value })} />
        <Textarea
          label="Description"
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={shown.description}
          onChange={(event) => edit({ description: event.currentTarget.value })}
        />
        <Switch
          label="Coders may add and edit documents"
          description="Otherwise only owners and adjudicators may. Nobody can change the text of a document."
          checked={shown.codersEditDocuments}
          onChange={(event) => edit({ codersEditDocuments: event.currentTarget.checked })}
        />
        <Switch
          label="Coders may edit the codebook"
          description="Otherwise only owners and adjudicators may."
          checked={shown.codersEditCodebook}
          onChange={(event) => edit({ codersEditCodebook: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" disabled={Object.keys(changed).length === 0}>
            Save
          </Button>
          <Text size="sm" c="var(--concord-quiet)" role="status">
            {Object.keys(changed).length === 0 ? 'Everything is saved.' : 'Not saved yet.'}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

/** The edits that really change something. */
function differing(edits: Partial<Values>, project: Project): Partial<Values> {
  return Object.fromEntries(Object.entries(edits).filter(([key, value]) => project[key as keyof Values] !== value));
}
