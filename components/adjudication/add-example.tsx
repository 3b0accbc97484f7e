import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { can } from '@/lib/access';
import classes from './adjudication.module.css';
import type { Part } from './queue';

type Props = { part: Part; counter: boolean; note: string };

/** The longest passage that the codebook takes as an example, in UTF-16 code units. */
const longest = 5_000;

/** Puts the words into the codebook: as an example of their code, or (`counter`) of what it is not. */
export function AddExample({ part, counter, note }: Props) {
  const { codes, members, viewerId, project } = useProject();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const code = codes.get(part.codeId);
  if (!code || !can(members.get(viewerId)?.role ?? 'viewer', 'codebook:edit', project)) return null;
  const what = counter ? 'counter-example' : 'example';
  if (code.examples.some((each) => each.text === part.quote && each.counter === counter)) {
    return (
      <span className={classes.done}>
        <IconCheck size={14} aria-hidden /> {what} of “{code.name}”
      </span>
    );
  }
  const add = async () => {
    setBusy(true);
    await send('code.edit', {
      id: code.id,
      set: { examples: [...code.examples, { text: part.quote, note, counter }] },
    });
    setBusy(false);
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={busy}
      disabled={part.quote.length > longest}
      onClick={() => void add()}
    >
      {`Add to “${code.name}” as ${counter ? 'a counter-example' : 'an example'}`}
    </Button>
  );
}
