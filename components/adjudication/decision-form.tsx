import { Button, CloseButton, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Swatch } from '@/components/codes';
import { useProject } from '@/components/project/provider';
import { longestReason } from '@/lib/rounds';
import classes from './adjudication.module.css';
import { unknown } from './case-list';
import { keyOf, toggled } from './decision';
import { OwnCoding } from './own-coding';
import type { Draft } from './case-panel';
import type { Case, Part } from './queue';

type Props = {
  found: Case;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  settle: (parts: Part[]) => Promise<void>;
};

/** The decision as it grows: what was taken from the lanes, what one wrote oneself, and why. */
export function DecisionForm({ found, draft, setDraft, settle }: Props) {
  const { parts, reason } = draft;
  const setParts = (next: Part[]) => setDraft({ ...draft, parts: next });
  const { codes } = useProject();
  const [writing, setWriting] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = async (chosen: Part[]) => {
    setBusy(true);
    await settle(chosen);
    setBusy(false);
  };
  return (
    <section className={classes.decision} aria-label="Decision">
      <h3>Decision</h3>
      {parts.length === 0 && (
        <p className={classes.quiet}>Accept a coder, tick codings in the lanes, or write another.</p>
      )}
      <ul className={classes.chosen}>
        {parts.map((part) => {
          const { name, color } = codes.get(part.codeId) ?? unknown;
          return (
            <li key={keyOf(part)}>
              <Swatch color={color} />
              <strong dir="auto">{name}</strong>
              <q dir="auto">{part.quote}</q>
              <CloseButton
                size="sm"
                aria-label={`Leave out “${name}”`}
                onClick={() => setParts(toggled(parts, part))}
              />
            </li>
          );
        })}
      </ul>
      {writing ? (
        <OwnCoding
          found={found}
          add={(part) => {
            setParts(
              toggled(
                parts.filter((each) => keyOf(each) !== keyOf(part)),
                part,
              ),
            );
            setWriting(false);
          }}
          cancel={() => setWriting(false)}
        />
      ) : (
        <Button size="xs" variant="default" onClick={() => setWriting(true)} className={classes.write}>
          Write another coding…
        </Button>
      )}
      <Textarea
        label="Reason"
        description="Kept with the decision, and as the memo of its codings."
        autosize
        minRows={1}
        maxLength={longestReason}
        dir="auto"
        value={reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
      />
      <Group gap="xs" className={classes.acts}>
        <Button disabled={parts.length === 0} loading={busy} onClick={() => void run(parts)}>
          {parts.length > 1 ? `Settle with these ${parts.length} codings` : 'Settle with this coding'}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void run([])}>
          Settle as no coding
        </Button>
      </Group>
    </section>
  );
}
