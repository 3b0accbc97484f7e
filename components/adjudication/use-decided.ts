import { useMemo } from 'react';
import { useProject } from '@/components/project/provider';
import type { Coding } from '@/lib/codings';
import type { Comment, Round, Settlement } from '@/lib/rounds';
import { overlaps } from '@/lib/text';
import { addressOf, type Passage } from './queue';

/** What the server had decided and said in a round when the page was asked for. */
export type Decided = { settlements: Settlement[]; consensus: Coding[]; comments: Comment[] };

export type Settled = { settlement: Settlement; codings: Coding[] };

/** What is decided and said in the round by now: what came with the page, and over it what was heard since. */
export function useDecided(round: Round, { settlements, consensus, comments }: Decided) {
  const live = useProject();
  const inForce = useMemo(() => {
    const all = latest(settlements, live.settlements.values());
    const standing = all.filter((each) => each.roundId === round.id && !each.withdrawn);
    return new Map(standing.map((each) => [addressOf(each), each]));
  }, [settlements, live.settlements, round.id]);
  const codings = useMemo(() => new Map(consensus.map((coding) => [coding.id, coding])), [consensus]);
  const said = useMemo(
    () => latest(comments, live.comments.values()).filter(({ roundId }) => roundId === round.id),
    [comments, live.comments, round.id],
  );
  return {
    isSettled: (place: Passage): boolean => inForce.has(addressOf(place)),
    settled: (place: Passage): Settled | null => {
      const settlement = inForce.get(addressOf(place));
      if (!settlement) return null;
      return { settlement, codings: settlement.codingIds.flatMap((id) => live.codings.get(id) ?? codings.get(id) ?? []) };
    },
    said: (place: Passage): Comment[] =>
      said.filter((each) => each.documentId === place.documentId && overlaps(each, place)).sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

function latest<T extends { id: string }>(before: readonly T[], heard: Iterable<T>): T[] {
  const items = new Map(before.map((item) => [item.id, item]));
  for (const item of heard) items.set(item.id, item);
  return [...items.values()];
}
