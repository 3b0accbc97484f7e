'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useProject, useSend } from '@/components/project/provider';
import { can } from '@/lib/access';
import type { WorkspaceState } from '@/lib/door';
import type { Change } from '@/lib/log';
import classes from './history.module.css';
import { sentenceOf, type Gone } from './sentence';

export function Entry({ change, gone }: { change: Change; gone: Gone }) {
  const state = useProject();
  const send = useSend();
  const router = useRouter();
  const restore = restorable(change, state);
  const name = state.members.get(change.actorId)?.name ?? 'A former member';
  return (
    <li className={classes.entry}>
      <time dateTime={change.at} className={classes.time}>
        {change.at.slice(11, 16)}
      </time>
      <span dir="auto">
        <strong>{name}</strong> {sentenceOf(change, { ...state, gone })}
        {change.undoes ? <span className={classes.quiet}> (undo)</span> : null}
      </span>
      {restore ? (
        <Button size="compact-xs" variant="default" onClick={() => void restore(send).then(() => router.refresh())}>
          Restore
        </Button>
      ) : null}
    </li>
  );
}

type Send = ReturnType<typeof useSend>;

/** The way to bring back what an entry deleted, while it is still gone and the viewer may. */
function restorable({ kind, body }: Change, state: WorkspaceState): ((send: Send) => Promise<unknown>) | null {
  const role = state.members.get(state.viewerId)?.role ?? 'viewer';
  if (kind === 'document.delete' && can(role, 'documents:edit', state.project)) {
    const { id } = body as { id: string };
    return state.documents.has(id) ? null : (send) => send('document.restore', { id });
  }
  if (kind === 'code.delete' && can(role, 'codebook:edit', state.project)) {
    const ids = (body as { ids: string[] }).ids.filter((id) => !state.codes.has(id));
    return ids.length > 0 ? (send) => send('code.restore', { ids }) : null;
  }
  return null;
}
