import 'server-only';
import { createHmac } from 'node:crypto';
import type { Passage, Queue } from '@/components/adjudication/queue';
import { usualChoices } from '@/components/agreement/choices';
import type { Coding } from '@/lib/codings';
import { listCodings } from '@/lib/codings/store';
import type { Membership } from '@/lib/projects/store';
import type { Comment, Round, Settlement } from '@/lib/rounds';
import { listSettlements } from '@/lib/rounds/adjudication/store';
import { listComments } from '@/lib/rounds/discussion/store';
import { sealFor } from '@/lib/rounds/store';
import { readQueue, readScope } from './agreement';
import { leavingSignal } from './leaving';

export type Asked = { named: boolean; page: number; at: Passage | null };

/** What was decided and said in a round, as this member may see it. */
export type Decided = { settlements: Settlement[]; consensus: Coding[]; comments: Comment[] };

/** The differences of a closed round, by sentence as the agreement page counts them, as they were when it closed. */
export async function readDifferencesOf(by: Membership, round: Round, { named, page, at }: Asked): Promise<Queue> {
  const asked = { ...usualChoices, round: round.id };
  const scope = await readScope(by, asked);
  const ask = { by, scope, asked, roundId: round.id, letters: lettersOf(round), named, page, at };
  return readQueue(ask, leavingSignal());
}

export async function readDecided({ projectId, userId }: Membership, round: Round): Promise<Decided> {
  const seal = await sealFor(projectId, userId);
  const [settlements, comments, consensus] = await Promise.all([
    listSettlements(projectId, seal, { roundId: round.id }),
    listComments(projectId, seal, { roundId: round.id }),
    listCodings(projectId, seal, { documentIds: round.documentIds, layers: ['consensus'] }),
  ]);
  return { settlements, consensus, comments };
}

/**
 * A letter for each coder of a round: the same on every page of it, and in an order that nobody can tell from names, ids or
 * other rounds without the server's key.
 */
export function lettersOf({ id, coderIds }: Pick<Round, 'id' | 'coderIds'>): Record<string, string> {
  const drawn = (coderId: string) =>
    createHmac('sha256', process.env.CONCORD_CURSOR_KEY ?? '')
      .update(`${id} ${coderId}`)
      .digest('hex');
  const order = coderIds.map((coderId) => ({ coderId, lot: drawn(coderId) })).sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return Object.fromEntries(order.map(({ coderId }, index) => [coderId, letterAt(index)]));
}

/** A, B, ... Z, AA, AB, ... */
function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}
