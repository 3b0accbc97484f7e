'use client';

import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { Fault } from '@/components/ui/fault';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import type { TokenScope } from '@/lib/access';
import { newId } from '@/lib/log';
import { tokenDays, tokenPrefix } from '@/lib/projects';
import { hashOf, newSecret } from './invitation-link';

export type TokenProject = { id: string; title: string };
export type MadeToken = { secret: string; projectId: string };

type Props = { projects: TokenProject[]; onMade: (made: MadeToken) => void };
type Wish = { name: string; projectId: string; scope: TokenScope; days: string };

const scopes = [
  { value: 'read', label: 'Read' },
  { value: 'write', label: 'Read and write' },
];
const scopeSentences: Record<TokenScope, string> = {
  read: 'Documents, codebook, codings and every file of the export page, as far as you may see them.',
  write: 'Also code, add documents, edit the codebook and run rounds, as far as you may. Never members or settings.',
};
const spans = [30, tokenDays.usual, 180, tokenDays.most].map((days) => ({
  value: String(days),
  label: `${days} days`,
}));

/** The secret is made here; the server keeps only its hash, and the token is handed up to be shown once. */
export function TokenForm({ projects, onMade }: Props) {
  const router = useRouter();
  const form = useForm<Wish>({
    initialValues: { name: '', projectId: projects[0]?.id ?? '', scope: 'read', days: String(tokenDays.usual) },
  });
  const { busy, fault, onSubmit } = useSubmit(async () => {
    const { days, ...wish } = form.values;
    const secret = tokenPrefix + newSecret();
    const token = { ...wish, id: newId(), days: Number(days), tokenHash: await hashOf(secret) };
    await post('/api/account', { act: 'make-token', token });
    onMade({ secret, projectId: wish.projectId });
    form.setFieldValue('name', '');
    router.refresh();
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" align="start" maw={420}>
        <Fault sentence={fault} />
        <TextInput
          label="What it is for"
          description="Only a note for your list, such as “weekly tables in R”."
          required
          maxLength={100}
          w="100%"
          {...form.getInputProps('name')}
        />
        <Select
          label="Project"
          w="100%"
          allowDeselect={false}
          data={projects.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.getInputProps('projectId')}
        />
        <Select
          label="What it may do"
          description={scopeSentences[form.values.scope]}
          w="100%"
          allowDeselect={false}
          data={scopes}
          {...form.getInputProps('scope')}
        />
        <Select label="How long it works" w="100%" allowDeselect={false} data={spans} {...form.getInputProps('days')} />
        <Button type="submit" variant="default" loading={busy}>
          Make a token
        </Button>
      </Stack>
    </form>
  );
}
