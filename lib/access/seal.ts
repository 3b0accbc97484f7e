import { can } from './permissions';
import type { Role } from './roles';

/** Whose work on which document a coding, a finished mark or a change shows. */
export type Subject = { documentId: string; coderId: string };

/**
 * The seal as one person meets it: who looks, and which documents lie in an open round. It is plain data so that the
 * same value decides in memory (`maySee`) and inside a query (the `WHERE` that lib/codings/store.ts builds from it).
 */
export type Seal = { viewerId: string; sealedDocuments: readonly string[] };

/**
 * The one yes or no about visibility: while a document is in an open round, everyone, owners included, sees only
 * their own work on it. `null` stands for what belongs to no single coder and is open to every member.
 */
export function maySee(seal: Seal, subject: Subject | null): boolean {
  if (subject === null || subject.coderId === seal.viewerId) return true;
  return !seal.sealedDocuments.includes(subject.documentId);
}

/**
 * The seal as it applies to finished marks. Who runs rounds has to know who is done, so to them the marks of sealed
 * documents are open, and nothing else is: a mark says that somebody has finished and not a word of what they coded.
 */
export function sealOfMarks(seal: Seal, role: Role): Seal {
  return can(role, 'rounds:run', asTheTableSays) ? { ...seal, sealedDocuments: [] } : seal;
}

/** No setting of a project gives coders the running of rounds. */
const asTheTableSays = { codersEditDocuments: false, codersEditCodebook: false };
