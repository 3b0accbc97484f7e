import 'server-only';
import { cache } from 'react';
import { can, maySee, sealOfMarks } from '@/lib/access';
import { listCodes } from '@/lib/codebook/store';
import { listCodings, listFinished } from '@/lib/codings/store';
import { listAttributes } from '@/lib/documents/attributes/store';
import { listPairs } from '@/lib/documents/pairs/store';
import { listDocuments } from '@/lib/documents/store';
import { forUndo, type StateData } from '@/lib/door';
import type { Change } from '@/lib/log';
import { sealCursor } from '@/lib/log/cursor';
import { changesBy, newestSeq } from '@/lib/log/store';
import { listCoderAttributes, listInvitations, listMembers, readProject, type Membership } from '@/lib/projects/store';
import { listComments } from '@/lib/rounds/discussion/store';
import { listReminders, listRounds, sealFor } from '@/lib/rounds/store';

/** What a browser begins with: the state, where in the log it stands, and the viewer's own last changes for undo. */
export type Snapshot = { data: StateData; cursor: string; own: Change[] };

/**
 * The project as this member may see it, without codings, settlements and comments, but for those
 * that mention them (a page asks for the ones of its document or round). The place in
 * the log is read first: what is committed meanwhile is then read twice and applied twice, which is the same as once.
 */
export async function readSnapshot(by: Membership): Promise<Snapshot> {
  const { projectId, userId } = by;
  const cursor = sealCursor(projectId, await placeInLog(projectId));
  const seal = await sealFor(projectId, userId);
  const [
    { codebookVersion, ...project },
    members,
    coderAttributes,
    invitations,
    documents,
    attributes,
    pairs,
    codes,
    finished,
    rounds,
    reminded,
    said,
    own,
  ] = await Promise.all([
    readProject(projectId),
    listMembers(projectId),
    listCoderAttributes(projectId),
    can(by.role, 'members:manage', by.settings) ? listInvitations(projectId) : [],
    listDocuments(projectId),
    listAttributes(projectId),
    listPairs(projectId),
    listCodes(projectId),
    listFinished(projectId, sealOfMarks(seal, by.role)),
    listRounds(projectId),
    listReminders(projectId, sealOfMarks(seal, by.role)),
    listComments(projectId, seal, { mentioning: userId }),
    changesBy(projectId, userId),
  ]);
  const now = await sealFor(projectId, userId);
  const marks = finished.filter((mark) => maySee(sealOfMarks(now, by.role), mark));
  const reminders = reminded.filter((reminder) => maySee(sealOfMarks(now, by.role), reminder));
  const comments = said.filter(({ documentId, authorId }) => maySee(now, { documentId, coderId: authorId }));
  const people = { viewerId: userId, project, members, coderAttributes, invitations };
  const work = { codings: [], finished: marks, rounds, reminders, settlements: [], comments };
  return { data: { ...people, documents, attributes, pairs, codes, codebookVersion, ...work }, cursor, own: own.map(forUndo) };
}

/** The codings of one document that this member may see, none of them older than the snapshot of the same request. */
export async function readCodings(by: Membership, documentId: string) {
  await placeInLog(by.projectId);
  const codings = await listCodings(by.projectId, await sealFor(by.projectId, by.userId), {
    documentIds: [documentId],
  });
  // A round may have opened, and somebody coded in it, between the two questions.
  const seal = await sealFor(by.projectId, by.userId);
  return codings.filter((coding) => maySee(seal, coding));
}

/** Read once per request: layout and page are rendered side by side, and neither may begin before the place is known. */
export const placeInLog = cache(newestSeq);
