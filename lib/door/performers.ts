import 'server-only';
import * as codebook from '@/lib/codebook/store';
import { addCoding } from '@/lib/codings/adding/store';
import * as codings from '@/lib/codings/store';
import * as merging from '@/lib/codings/merging/store';
import * as attributes from '@/lib/documents/attributes/store';
import { cutDocument } from '@/lib/documents/cut-document';
import * as importing from '@/lib/documents/importing/store';
import * as pairs from '@/lib/documents/pairs/store';
import * as documents from '@/lib/documents/store';
import { importProject } from '@/lib/interchange/importing/store';
import { withdrawImport } from '@/lib/interchange/importing/withdrawing/store';
import type { Perform, Statement } from '@/lib/log/store';
import * as deletion from '@/lib/projects/deletion/store';
import * as passwordLinks from '@/lib/projects/password-links/store';
import * as projects from '@/lib/projects/store';
import * as adjudication from '@/lib/rounds/adjudication/store';
import { claimPlaceholder } from '@/lib/rounds/claiming/store';
import * as discussion from '@/lib/rounds/discussion/store';
import * as rounds from '@/lib/rounds/store';
import type { KindName } from './kinds';

/**
 * How a kind is carried out: in steps inside the door's transaction, which may last `within` milliseconds where a minute is
 * too short, or all in one statement of its own. `prepare` is work on what was asked that needs no database: it is done
 * before the project is locked, and the steps get its outcome.
 */
export type Performer =
  | { steps: Perform<never, unknown>; prepare?: (asked: never) => unknown; within?: number }
  | { statement: Statement<never> }
  | { system: true };

/** Histories look two minutes around a moment for entries, whose time is that at which their transaction began. */
const longest = 115_000;

/** Every kind with its performer; a kind without one does not compile. */
export const performers: Record<KindName, Performer> = {
  'project.edit': { steps: projects.editProject },
  'project.delete': { steps: deletion.deleteProject },
  'project.restore': { system: true },
  'member.role': { steps: projects.setRole },
  'member.remove': { steps: projects.removeMember },
  'member.describe': { steps: projects.describeMember },
  'coder-attribute.set': { steps: projects.setCoderAttribute },
  'coder-attribute.remove': { steps: projects.removeCoderAttribute },
  'member.join': { system: true },
  'member.claim': { steps: claimPlaceholder },
  'project.import': { steps: importProject, within: longest },
  'project.withdraw': { steps: withdrawImport, within: longest },
  'invitation.make': { steps: projects.makeInvitation },
  'invitation.revoke': { steps: projects.revokeInvitation },
  'password-link.make': { steps: passwordLinks.makePasswordLink },
  'password-link.use': { system: true },
  'document.add': { prepare: cutDocument, steps: documents.addDocument },
  'document.edit': { steps: documents.editDocument },
  'document.describe': { steps: documents.describeDocuments },
  'document.delete': { steps: documents.deleteDocument },
  'document.restore': { steps: documents.restoreDocument },
  'document.import': { steps: importing.importDocuments },
  'document.withdraw': { steps: importing.withdrawDocuments },
  'document.reinstate': { steps: importing.reinstateDocuments },
  'attribute.set': { steps: attributes.setAttribute },
  'attribute.remove': { steps: attributes.removeAttribute },
  'pair.link': { steps: pairs.linkPair },
  'pair.align': { steps: pairs.alignPair },
  'pair.unlink': { steps: pairs.unlinkPair },
  'code.add': { steps: codebook.addCode },
  'code.edit': { steps: codebook.editCode },
  'code.move': { steps: codebook.moveCode },
  'code.archive': { steps: codebook.archiveCode },
  'code.delete': { steps: codebook.deleteCode },
  'code.restore': { steps: codebook.restoreCodes },
  'code.merge': { steps: merging.mergeCodes },
  'code.unmerge': { steps: merging.unmergeCodes },
  'coding.add': { statement: addCoding },
  'coding.edit': { statement: codings.editCoding },
  'coding.confirm': { steps: codings.confirmCoding },
  'coding.remove': { statement: codings.removeCoding },
  'coding.restore': { statement: codings.restoreCoding },
  'finished.set': { steps: codings.setFinished },
  'round.open': { steps: rounds.openRound },
  'round.remind': { steps: rounds.remindCoder },
  'round.close': { steps: rounds.closeRound },
  'consensus.settle': { steps: adjudication.settlePassage },
  'consensus.withdraw': { steps: adjudication.withdrawSettlement },
  'consensus.restore': { steps: adjudication.restoreSettlement },
  'comment.add': { steps: discussion.addComment },
  'comment.edit': { steps: discussion.editComment },
  'comment.remove': { steps: discussion.removeComment },
  'comment.restore': { steps: discussion.restoreComment },
};
