'use client';

import { newId } from '@/lib/log';
import { Anchor, Button, Group, TextInput, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState, type FormEvent } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { sealedDocuments } from '@/lib/rounds';
import { CoderChoice } from './coder-choice';
import { coderCandidates } from './coder-candidates';
import { DocumentChoice } from './document-choice';
import { Sealing } from './sealing';
import classes from './open-round.module.css';

export function OpenRound() {
  const { project, documents, rounds, members, codebookVersion } = useProject();
  const send = useSend();
  const router = useRouter();
  const candidates = coderCandidates(members.values());
  const [title, setTitle] = useState(`Round ${rounds.size + 1}`);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [coders, setCoders] = useState<ReadonlySet<string>>(
    () => new Set(candidates.filter(({ role }) => role === 'coder').map(({ id }) => id)),
  );
  const [busy, setBusy] = useState(false);
  const sealed = useMemo(() => new Set(sealedDocuments(rounds.values())), [rounds]);
  const free = useMemo(() => [...documents.values()].filter(({ id }) => !sealed.has(id)), [documents, sealed]);
  const documentIds = free.map(({ id }) => id).filter((id) => chosen.has(id));
  const coderIds = candidates.map(({ id }) => id).filter((id) => coders.has(id));
  const missing = whatIsMissing({ title, documents: documentIds.length, coders: coderIds.length });
  const list = `/projects/${project.id}/rounds`;

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (missing !== null || busy) return;
    setBusy(true);
    const change = await send('round.open', { id: newId(), title: title.trim(), documentIds, coderIds });
    if (change) router.push(list);
    else setBusy(false);
  };

  return (
    <form className={classes.page} onSubmit={open}>
      <Anchor component={Link} href={list} size="sm">
        Rounds
      </Anchor>
      <Title order={1} size="h3">
        Open a round
      </Title>
      <TextInput
        className={classes.title}
        label="Title"
        maxLength={200}
        dir="auto"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={classes.choices}>
        <DocumentChoice documents={free} sealed={sealed.size} chosen={chosen} onChange={setChosen} />
        <div className={classes.side}>
          <CoderChoice candidates={candidates} chosen={coders} documentIds={documentIds} onChange={setCoders} />
          <Sealing />
          <p className={classes.quiet}>The round begins with codebook version {codebookVersion}.</p>
        </div>
      </div>
      <Group justify="end" gap="xs" className={classes.bar}>
        <p role="status" className={classes.summary}>
          {missing ??
            `${documentIds.length} × ${coderIds.length}: ${documentIds.length * coderIds.length} documents to code in all.`}
        </p>
        <Button variant="default" component={Link} href={list}>
          Cancel
        </Button>
        <Button type="submit" loading={busy} disabled={missing !== null}>
          Open and seal
        </Button>
      </Group>
    </form>
  );
}

type Given = { title: string; documents: number; coders: number };

function whatIsMissing({ title, documents, coders }: Given): string | null {
  if (title.trim() === '') return 'Give the round a title.';
  if (documents === 0) return 'Choose at least one document.';
  if (documents > 5_000) return 'A round holds at most 5,000 documents.';
  return coders === 0 ? 'Choose at least one coder.' : null;
}
