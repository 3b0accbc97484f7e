'use client';

import { newId } from '@/lib/log';
import { Anchor, Button, Group, SegmentedControl, TextInput, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { CoderChoice } from './coder-choice';
import { DocumentChoice } from './document-choice';
import { DocumentSample } from './document-sample';
import { Dealing } from './dealing';
import { Sealing } from './sealing';
import { usePlan, type How } from './use-plan';
import classes from './open-round.module.css';

export function OpenRound() {
  const { project, rounds, codebookVersion } = useProject();
  const send = useSend();
  const router = useRouter();
  const [title, setTitle] = useState(`Round ${rounds.size + 1}`);
  const [busy, setBusy] = useState(false);
  const plan = usePlan();
  const { documentIds, coderIds, sampling, dealt } = plan;
  const missing = title.trim() === '' ? 'Give the round a title.' : plan.missing;
  const list = `/projects/${project.id}/rounds`;

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (missing !== null || busy) return;
    setBusy(true);
    const sample = plan.how === 'draw' ? sampling : null;
    const change = await send('round.open', { id: newId(), title: title.trim(), documentIds, coderIds, sample, dealt });
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
        <div className={classes.side}>
          <SegmentedControl
            size="xs"
            aria-label="How the documents are found"
            value={plan.how}
            onChange={(how) => plan.setHow(how as How)}
            data={[
              { value: 'choose', label: 'Choose documents' },
              { value: 'draw', label: 'Draw a sample' },
            ]}
          />
          {plan.how === 'choose' ? (
            <DocumentChoice documents={plan.free} sealed={plan.sealed} chosen={plan.chosen} onChange={plan.setChosen} />
          ) : (
            <DocumentSample plan={plan} />
          )}
        </div>
        <div className={classes.side}>
          <CoderChoice
            candidates={plan.candidates}
            chosen={plan.coders}
            documentIds={documentIds}
            onChange={plan.setCoders}
          />
          <Dealing plan={plan} />
          <Sealing />
          <p className={classes.quiet}>The round begins with codebook version {codebookVersion}.</p>
        </div>
      </div>
      <Group justify="end" gap="xs" className={classes.bar}>
        <p role="status" className={classes.summary}>
          {missing ?? inAll(documentIds.length, dealt?.perDocument ?? coderIds.length)}
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

function inAll(documents: number, coders: number): string {
  return `${documents} × ${coders}: ${documents * coders} documents to code in all.`;
}
