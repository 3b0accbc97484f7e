import { ActionIcon, Kbd } from '@mantine/core';
import { IconArrowRight, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { decimal } from '@/components/agreement/words';
import { useProject } from '@/components/project/provider';
import type { Comment } from '@/lib/rounds';
import type { Span } from '@/lib/text';
import classes from './adjudication.module.css';
import { unknown } from './case-list';
import { DecisionForm } from './decision-form';
import { Discussion } from './discussion';
import { LaneView } from './lane';
import { PassageText } from './passage-text';
import { inCodebook, toggled } from './decision';
import type { Case, Part, Queue } from './queue';
import { SettledView } from './settled';
import type { Settled } from './use-decided';
import type { Settling } from './use-settling';

/** A decision that is not made yet; kept while one looks at other differences. */
export type Draft = { parts: Part[]; reason: string };

type Props = {
  found: Case;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  codes: Queue['codes'];
  number: number;
  of: number;
  settled: Settled | null;
  comments: Comment[];
  roundId: string;
  maySettle: boolean;
  settling: Settling;
  step: (by: 1 | -1) => void;
  ends: { first: boolean; last: boolean };
};

/** One difference: its words, a lane for each coder, what is decided, and what is said about it. */
export function CasePanel({
  found,
  draft,
  setDraft,
  codes,
  number,
  of,
  settled,
  comments,
  roundId,
  maySettle,
  settling,
  step,
  ends,
}: Props) {
  const { project, documents, codes: alive } = useProject();
  const [lit, setLit] = useState<Span[]>([]);
  const next = useRef<HTMLButtonElement>(null);
  const document = documents.get(found.documentId);
  const deciding = maySettle && settled === null;
  const settle = async (parts: readonly Part[]) => {
    if (await settling.settle(found, { parts, reason: draft.reason.trim() })) next.current?.focus();
  };
  return (
    <section className={classes.case} aria-labelledby="difference">
      <header className={classes.caseHead}>
        <h2 id="difference">{`Difference ${number} of ${of}`}</h2>
        <div className={classes.steps}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Previous difference"
            disabled={ends.first}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          <ActionIcon
            ref={next}
            variant="default"
            size="lg"
            aria-label="Next difference"
            disabled={ends.last}
            onClick={() => step(1)}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
          <span className={classes.keys}>
            <Kbd size="xs">J</Kbd> next <Kbd size="xs">K</Kbd> previous
            {deciding && (
              <>
                {' '}
                <Kbd size="xs">1</Kbd>–<Kbd size="xs">9</Kbd> accept
              </>
            )}
          </span>
        </div>
        <p className={classes.source}>
          <Link
            href={`/projects/${project.id}/documents/${found.documentId}?at=${found.start}-${found.end}`}
            dir="auto"
          >
            {document?.title} <IconArrowRight size={14} aria-hidden />
          </Link>
          <span>{costs(found, codes)}</span>
        </p>
      </header>
      <PassageText found={found} lit={lit} language={document?.language ?? null} />
      <div className={classes.lanes}>
        {found.lanes.map((lane, index) => (
          <LaneView
            key={lane.letter}
            lane={lane}
            codes={codes}
            number={index + 1}
            direction={document?.direction}
            deciding={deciding}
            chosen={draft.parts}
            toggle={(part) => setDraft({ ...draft, parts: toggled(draft.parts, part) })}
            accept={
              inCodebook(lane.codings, alive).length === lane.codings.length ? () => void settle(lane.codings) : null
            }
            light={setLit}
          />
        ))}
      </div>
      {settled && (
        <SettledView {...settled} lanes={found.lanes} codes={codes} maySettle={maySettle} open={settling.open} />
      )}
      {deciding && <DecisionForm found={found} draft={draft} setDraft={setDraft} settle={settle} />}
      {!maySettle && !settled && <p className={classes.quiet}>Not settled yet. Owners and adjudicators decide.</p>}
      <Discussion comments={comments} place={found} roundId={roundId} />
    </section>
  );
}

function costs({ codes }: Case, names: Queue['codes']): string {
  if (codes.length === 0) return 'Only one coder could use this code.';
  const each = codes.map(({ codeId, loss }) => `${decimal(loss)} of alpha on “${(names[codeId] ?? unknown).name}”`);
  return `Costs ${each.join(', ')}.`;
}
