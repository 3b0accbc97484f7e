'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useProject, useUndo } from '@/components/project/provider';
import { Empty } from '@/components/ui/empty';
import { can } from '@/lib/access';
import type { Round } from '@/lib/rounds';
import classes from './adjudication.module.css';
import { AgainstTable } from './against-table';
import { AgreedBar } from './agreed-bar';
import { CaseList } from './case-list';
import { CasePanel, type Draft } from './case-panel';
import { inCodebook, undisputed } from './decision';
import { Progress } from './progress';
import { addressOf, type Passage, type Queue } from './queue';
import { useDecided, type Decided } from './use-decided';
import { useQueueKeys } from './use-queue-keys';
import { useSettling } from './use-settling';

type Props = { round: Round; queue: Queue; decided: Decided; at: Passage | null };

/** The differences of a round, one after the other, with what each coder said and what was decided. */
export function Adjudication({ round, queue, decided, at }: Props) {
  const { project, members, viewerId, codes } = useProject();
  const known = useDecided(round, decided);
  const [here, setHere] = useState(() => beginning(queue, at, known.isSettled));
  const current = queue.cases[Math.min(here, queue.cases.length - 1)];
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const maySettle = can(members.get(viewerId)?.role ?? 'viewer', 'consensus:write', project);
  const settling = useSettling(round);
  const { undo } = useUndo();
  const done = queue.all.filter(known.isSettled).length;
  useRecount(done === queue.all.length);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(queue.cases.length - 1, index));
    const place = queue.cases[next];
    if (!place) return;
    setHere(next);
    const address = new URL(window.location.href);
    address.searchParams.set('at', addressOf(place));
    window.history.replaceState(null, '', address);
  };
  const accept = (lane: number) => {
    if (!current || !maySettle || known.isSettled(current)) return;
    const parts = current.lanes[lane]?.codings;
    const reason = drafts[addressOf(current)]?.reason.trim() ?? '';
    if (parts && inCodebook(parts, codes).length === parts.length) void settling.settle(current, { parts, reason });
  };
  useQueueKeys({ step: (by) => go(here + by), accept, undo: () => void undo() });

  return (
    <>
      <Progress done={done} of={queue.all.length} named={queue.named} documents={queue.documents} />
      <AgreedBar agreed={known.missing(queue.agreed)} maySettle={maySettle} take={settling.takeAgreed} />
      {!current && (
        <Empty title="Nothing to settle">
          <p>On the documents that two or more coders finished, they put the same codes on the same sentences.</p>
        </Empty>
      )}
      {current && (
        <div className={classes.desk}>
          <CaseList queue={queue} here={here} go={go} isSettled={known.isSettled} />
          <CasePanel
            key={addressOf(current)}
            found={current}
            draft={drafts[addressOf(current)] ?? { parts: inCodebook(undisputed(current.lanes), codes), reason: '' }}
            setDraft={(draft) => setDrafts({ ...drafts, [addressOf(current)]: draft })}
            codes={queue.codes}
            number={queue.first + here + 1}
            of={queue.all.length}
            settled={known.settled(current)}
            comments={known.said(current)}
            roundId={round.id}
            maySettle={maySettle}
            settling={settling}
            step={(by) => go(here + by)}
            ends={{ first: here === 0, last: here >= queue.cases.length - 1 }}
          />
        </div>
      )}
      <AgainstTable against={queue.against} documents={queue.documents} />
    </>
  );
}

/** The passage that was asked for, or the first that is not settled. */
function beginning(queue: Queue, at: Passage | null, isSettled: (place: Passage) => boolean): number {
  const asked = at
    ? queue.cases.findIndex((each) => each.documentId === at.documentId && each.start < at.end && at.start < each.end)
    : -1;
  if (asked >= 0) return asked;
  return Math.max(
    0,
    queue.cases.findIndex((each) => !isSettled(each)),
  );
}

/** The numbers against the consensus are the server's: asked for anew when the last difference is settled, or one opened again. */
function useRecount(whole: boolean): void {
  const router = useRouter();
  const before = useRef(whole);
  useEffect(() => {
    if (before.current !== whole) router.refresh();
    before.current = whole;
  }, [whole, router]);
}
