import { useMemo } from 'react';
import { useProject } from '@/components/project/provider';
import type { Coding } from '@/lib/codings';
import type { Comment, Round, Settlement } from '@/lib/rounds';
import { overlaps } from '@/lib/text';
import { inCodebook, keyOf } from './decision';
import { addressOf, type AgreedPassage, type Passage } from './queue';

/** What the server had decided and said in a round when the page was asked for. */
export type Decided = { settlements: Settlement[]; consensus: Coding[]; comments: Comment[] };

export type Settled = { settlement: Settlement; codings: Coding[] };

/** What is decided and said in the round by now: what came with the page, and over it what was heard since. */
export function useDecided(round: Round, { settlements, consensus, comments }: Decided) {
  const live = useProject();
  const all = useMemo(() => latest(settlements, live.settlements.values()), [settlements, live.settlements]);
  const inForce = useMemo(() => {
    const standing = all.filter((each) => each.roundId === round.id && !each.withdrawn);
    return new Map(standing.map((each) => [addressOf(each), each]));
  }, [all, round.id]);
  const codings = useMemo(() => new Map(consensus.map((coding) => [coding.id, coding])), [consensus]);
  const written = useMemo(() => {
    const gone = new Set(all.flatMap(({ withdrawn, codingIds }) => (withdrawn ? codingIds : [])));
    const layer = [...consensus, ...live.codings.values()].filter(
      (each) => each.layer === 'consensus' && !gone.has(each.id),
    );
    return new Set(layer.map((coding) => `${coding.documentId} ${keyOf(coding)}`));
  }, [all, consensus, live.codings]);
  const said = useMemo(
    () => latest(comments, live.comments.values()).filter(({ roundId }) => roundId === round.id),
    [comments, live.comments, round.id],
  );
  return {
    isSettled: (place: Passage): boolean => inForce.has(addressOf(place)),
    /** What is agreed upon and not in the consensus yet, neither from this round nor from another. */
    missing: (agreed: readonly AgreedPassage[]): AgreedPassage[] =>
      agreed
        .filter((each) => !inForce.has(addressOf(each)))
        .map(({ codings: parts, ...place }) => {
          const open = parts.filter((part) => !written.has(`${place.documentId} ${keyOf(part)}`));
          return { ...place, codings: inCodebook(open, live.codes) };
        })
        .filter((each) => each.codings.length > 0),
    settled: (place: Passage): Settled | null => {
      const settlement = inForce.get(addressOf(place));
      if (!settlement) return null;
      return {
        settlement,
        codings: settlement.codingIds.flatMap((id) => live.codings.get(id) ?? codings.get(id) ?? []),
      };
    },
    said: (place: Passage): Comment[] =>
      said
        .filter((each) => each.documentId === place.documentId && overlaps(each, place))
        .sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

function latest<T extends { id: string }>(before: readonly T[], heard: Iterable<T>): T[] {
  const items = new Map(before.map((item) => [item.id, item]));
  for (const item of heard) items.set(item.id, item);
  return [...items.values()];
}
