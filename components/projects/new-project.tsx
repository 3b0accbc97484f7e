'use client';

import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { Dialog } from '@/components/ui/dialog';
import { Fault } from '@/components/ui/fault';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';

/** A button that begins a project with whoever presses it as its owner. */
export function NewProject() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        New project
      </Button>
      <Dialog opened={opened} onClose={close} title="New project">
        <NewProjectForm />
      </Dialog>
    </>
  );
}

function NewProjectForm() {
  const router = useRouter();
  const form = useForm({ mode: 'uncontrolled', initialValues: { title: '', description: '' } });
  const { busy, fault, onSubmit } = useSubmit(async () => {
    const { id } = await post<{ id: string }>('/api/projects', form.getValues());
    router.push(`/projects/${id}`);
  });
  const about = form.getInputProps('description');
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <Fault sentence={fault} />
        <TextInput label="Title" required maxLength={200} data-autofocus {...form.getInputProps('title')} />
        <Textarea label="Description" description="What the study asks, for the people in it." autosize minRows={3} maxRows={10} {...about} />
        <Button type="submit" loading={busy}>
          Create project
        </Button>
      </Stack>
    </form>
  );
}
