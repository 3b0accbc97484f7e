import type { Attribute, DocumentSummary, Pair } from '@/lib/documents';
import type { Code } from '@/lib/codebook';
import type { Coding, FinishedMark } from '@/lib/codings';
import { Table } from '@/lib/log';
import type { CoderAttribute, Invitation, Member, Project } from '@/lib/projects';
import type { Comment, Reminder, Round, Settlement } from '@/lib/rounds';
import type { WorkspaceState } from './kinds';

/**
 * A project as one person may see it, as plain data on its way to the browser. `codings` are those of the documents
 * that were asked for, as `settlements` and `comments` are those of the round that was asked for (and whatever mentions
 * the viewer); what lies sealed was left out by the server.
 */
export type StateData = {
  viewerId: string;
  project: Project;
  members: Member[];
  invitations: Invitation[];
  coderAttributes: CoderAttribute[];
  documents: DocumentSummary[];
  attributes: Attribute[];
  pairs: Pair[];
  codes: Code[];
  codebookVersion: number;
  codings: Coding[];
  finished: FinishedMark[];
  rounds: Round[];
  reminders: Reminder[];
  settlements: Settlement[];
  comments: Comment[];
};

/** The data as the state that changes are applied to. */
export function stateOf(data: StateData): WorkspaceState {
  return {
    ...data,
    members: Table.of(data.members),
    invitations: Table.of(data.invitations),
    coderAttributes: Table.of(data.coderAttributes),
    documents: Table.of(data.documents),
    attributes: Table.of(data.attributes),
    pairs: Table.of(data.pairs),
    codes: Table.of(data.codes),
    codings: Table.of(data.codings),
    merged: Table.of(),
    finished: Table.of(data.finished),
    rounds: Table.of(data.rounds),
    reminders: Table.of(data.reminders),
    settlements: Table.of(data.settlements),
    comments: Table.of(data.comments),
    stale: false,
  };
}
