import { useMemo } from 'react';
import { useProject } from '@/components/project/provider';
import { sealOfMarks } from '@/lib/access';
import type { Member } from '@/lib/projects';
import { codersOf, progress, sealedDocuments, type Progress, type Round } from '@/lib/rounds';

export type RoundView = {
  /** The documents of these coders in the order of their titles; one that was deleted has no title. */
  documents: { id: string; title: string | null }[];
  /** The coders whose progress the viewer is shown, by name. While a round is open, a coder is shown only their own. */
  coders: { id: string; name: string; left: boolean }[];
  progress: Progress;
};

/** A round as the viewer may see it, kept up to date by the live project. */
export function useRound(round: Round, mayRun: boolean): RoundView {
  const { documents, members, finished, rounds, viewerId } = useProject();
  return useMemo(() => {
    const role = members.get(viewerId)?.role ?? 'viewer';
    const seal = sealOfMarks({ viewerId, sealedDocuments: sealedDocuments(rounds.values()) }, role);
    const everyone = round.coderIds.map((id) => ({
      id,
      name: nameOf(members.get(id)),
      left: members.get(id)?.removed ?? true,
    }));
    const shown = everyone.filter(({ id }) => mayRun || round.closedAt !== null || id === viewerId);
    const ids = new Set(shown.map(({ id }) => id));
    const theirs = round.documentIds.filter(
      (id) => ids.size === 0 || codersOf(round, id).some((coder) => ids.has(coder)),
    );
    const titled = theirs.map((id) => ({ id, title: documents.get(id)?.title ?? null }));
    const inTitleOrder = titled.sort((a, b) => byWords(a.title ?? '\uffff', b.title ?? '\uffff'));
    const byName = shown.sort((a, b) => byWords(a.name, b.name));
    const asked = { ...round, documentIds: inTitleOrder.map(({ id }) => id), coderIds: byName.map(({ id }) => id) };
    return { documents: inTitleOrder, coders: byName, progress: progress(asked, finished, seal) };
  }, [round, mayRun, documents, members, finished, rounds, viewerId]);
}

function nameOf(member: Member | undefined): string {
  if (!member) return 'Somebody';
  return member.removed ? `${member.name} (left)` : member.name;
}

function byWords(a: string, b: string): number {
  return a.localeCompare(b, undefined, { numeric: true });
}
