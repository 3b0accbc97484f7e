'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useProject, useTakeBack } from '@/components/project/provider';
import type { Change } from '@/lib/log';
import classes from './history.module.css';
import { sentenceOf, type Gone } from './sentence';
import { importOf, wayBack } from './way-back';
import { WithdrawImport } from './withdraw-import';

type Props = { change: Change; gone: Gone; undone: boolean };

export function Entry({ change, gone, undone }: Props) {
  const state = useProject();
  const takeBack = useTakeBack();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const way = undone ? null : wayBack(change, { ...state, gone });
  const name = state.members.get(change.actorId)?.name ?? 'A former member';
  const sentence = sentenceOf(change, { ...state, gone });
  const source = importOf(change, state);
  const go = async () => {
    setBusy(true);
    if (await takeBack(change)) router.refresh();
    setBusy(false);
  };
  return (
    <li className={classes.entry} data-undone={undone || undefined}>
      <time dateTime={change.at} className={classes.time}>
        {change.at.slice(11, 16)}
      </time>
      <span dir="auto">
        <strong>{name}</strong> {sentence}
        {change.undoes ? <span className={classes.quiet}> (undo)</span> : null}
        {undone ? <span className={classes.quiet}> (taken back)</span> : null}
      </span>
      {source !== null && !undone ? <WithdrawImport id={change.id} source={source} /> : null}
      {way ? (
        <Button size="compact-xs" variant="default" loading={busy} aria-label={`${way}: ${name} ${sentence}`} onClick={() => void go()}>
          {way}
        </Button>
      ) : null}
    </li>
  );
}
