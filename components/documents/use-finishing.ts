import { useMemo } from 'react';
import { useProject } from '@/components/project/provider';
import { sealOfMarks } from '@/lib/access';
import type { Member } from '@/lib/projects';
import { progress, sealedDocuments, type ProgressCell } from '@/lib/rounds';

/** Who codes in this project, and for each document who has finished it, as far as the viewer may know. */
export type Finishing = { coders: Member[]; cells: ReadonlyMap<string, ProgressCell[]> };

export function useFinishing(): Finishing {
  const { documents, members, finished, rounds, viewerId } = useProject();
  return useMemo(() => {
    const coders = [...members.values()].filter(({ role, removed }) => role !== 'viewer' && !removed).sort((a, b) => a.shade - b.shade);
    const role = members.get(viewerId)?.role ?? 'viewer';
    const seal = sealOfMarks({ viewerId, sealedDocuments: sealedDocuments(rounds.values()) }, role);
    const asked = { documentIds: [...documents.values()].map(({ id }) => id), coderIds: coders.map(({ id }) => id) };
    const cells = new Map(progress(asked, finished, seal).rows.map((row) => [row.documentId, row.cells]));
    return { coders, cells };
  }, [documents, members, finished, rounds, viewerId]);
}
