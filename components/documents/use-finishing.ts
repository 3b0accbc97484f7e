import { useMemo } from 'react';
import { useProject } from '@/components/project/provider';
import { sealOfMarks } from '@/lib/access';
import type { Member } from '@/lib/projects';
import { codersOf, openRounds, progress, type ProgressCell } from '@/lib/rounds';

/**
 * Who codes in this project, and for each document who has finished it, as far as the viewer may know. In an open round a
 * document is asked only of those it was given to.
 */
export type Finishing = { coders: Member[]; cells: ReadonlyMap<string, ProgressCell[]> };

export function useFinishing(): Finishing {
  const { documents, members, finished, rounds, viewerId } = useProject();
  return useMemo(() => {
    const coders = [...members.values()].filter(({ role, removed }) => role !== 'viewer' && !removed).sort((a, b) => a.shade - b.shade);
    const role = members.get(viewerId)?.role ?? 'viewer';
    const open = openRounds(rounds.values());
    const seal = sealOfMarks({ viewerId, sealedDocuments: [...open.keys()] }, role);
    const documentIds = [...documents.values()].map(({ id }) => id);
    const coderIds = coders.map(({ id }) => id);
    const assigned = Object.fromEntries(documentIds.map((id) => [id, [...(open.has(id) ? codersOf(open.get(id)!, id) : coderIds)]]));
    const cells = new Map(progress({ documentIds, coderIds, assigned }, finished, seal).rows.map((row) => [row.documentId, row.cells]));
    return { coders, cells };
  }, [documents, members, finished, rounds, viewerId]);
}
