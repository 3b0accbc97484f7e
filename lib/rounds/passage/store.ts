import 'server-only';
import type { Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';

type Asked = { roundId: string; documentId: string };

/** The text in which a passage of a round lies, or a refusal where the round has no such document any more. */
export async function textInRound(tx: Tx, projectId: string, { roundId, documentId }: Asked): Promise<string> {
  const where = { projectId, roundId, documentId, document: { deletedAt: null } };
  const found = await tx.roundDocument.findFirst({ where, include: { document: { include: { text: true } } } });
  if (found?.document.text) return found.document.text.text;
  throw new Refusal('not-found', 'There is no such document in this round.');
}

/** The same, for what may only be done once the coders' work is open: no open round may hold the document. */
export async function textInClosedRound(tx: Tx, projectId: string, asked: Asked): Promise<string> {
  const text = await textInRound(tx, projectId, asked);
  const { documentId } = asked;
  if (await tx.roundDocument.findFirst({ where: { projectId, documentId, open: true } })) {
    throw new Refusal('conflict', 'This document lies in an open round. Settle differences once that is closed.');
  }
  return text;
}
