import type { Round } from '@/lib/rounds';
import type { RoundView } from './use-round';

type Viewer = { viewerId: string; mayRun: boolean };

/** How a round stands, in a sentence for this viewer. */
export function standing(
  round: Round,
  { progress: { coders, total } }: RoundView,
  { viewerId, mayRun }: Viewer,
): string {
  const done = `${total.finished} of ${total.of} finished`;
  if (round.closedAt !== null && coders.includes(null)) {
    return 'Some of its documents are sealed again, in a later round; until that closes you see only your own marks on them.';
  }
  if (round.closedAt !== null) return `${done}.`;
  if (mayRun) return `${done}. You see who has finished; what they coded stays sealed until the round closes.`;
  if (round.coderIds.includes(viewerId))
    return `You have ${done}. You see only your own codings on these documents until the round closes.`;
  return 'You are not a coder of this round. On its documents you see only your own codings until it closes.';
}
