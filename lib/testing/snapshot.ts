import { sealOfMarks } from '@/lib/access';
import { listCodes } from '@/lib/codebook/store';
import { listCodings, listFinished } from '@/lib/codings/store';
import { listAttributes, listDocuments } from '@/lib/documents/store';
import { apply, stateOf, type StateData, type WorkspaceState } from '@/lib/door';
import { maySeeChange } from '@/lib/door/store';
import { changesAfter } from '@/lib/log/store';
import { listInvitations, listMembers, readProject, type Membership } from '@/lib/projects/store';
import { listRounds, sealFor } from '@/lib/rounds/store';

/** The project as the database holds it and this member may see it, codings included. */
export async function fromDatabase(by: Membership): Promise<StateData> {
  const { projectId, userId } = by;
  const seal = await sealFor(projectId, userId);
  const { codebookVersion, ...project } = await readProject(projectId);
  return {
    viewerId: userId,
    project,
    codebookVersion,
    members: await listMembers(projectId),
    invitations: by.role === 'owner' ? await listInvitations(projectId) : [],
    documents: await listDocuments(projectId),
    attributes: await listAttributes(projectId),
    codes: await listCodes(projectId),
    codings: await listCodings(projectId, seal, {}),
    finished: await listFinished(projectId, sealOfMarks(seal, by.role)),
    rounds: await listRounds(projectId),
  };
}

/** The same, folded from the log alone: what a browser that followed from the beginning would hold. */
export async function fromLog(by: Membership): Promise<WorkspaceState> {
  const { title, description, ...settings } = await readProject(by.projectId);
  const project = { ...settings, title, description };
  const empty = {
    members: [],
    invitations: [],
    documents: [],
    attributes: [],
    codes: [],
    codings: [],
    finished: [],
    rounds: [],
  };
  const seal = await sealFor(by.projectId, by.userId);
  const changes = await changesAfter(by.projectId, 0n, 100_000);
  const seen = changes.filter((each) => maySeeChange(by, seal, each));
  const start = stateOf({ viewerId: by.userId, project, codebookVersion: 1, ...empty });
  return seen.reduce((state, { change }) => apply(state, change), start);
}

/** A state in a form that two of them can be compared in: lists by id, codings of deleted codes and documents left out. */
export function comparable(state: WorkspaceState): unknown {
  const byId = <T extends { id: string }>(items: Iterable<T>) => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const alive = state.codings.filter(
    ({ codeId, documentId }) => state.codes.has(codeId) && state.documents.has(documentId),
  );
  return {
    codebookVersion: state.codebookVersion,
    members: byId(state.members.values()),
    documents: byId(state.documents.values()),
    attributes: byId(state.attributes.values()),
    codes: byId(state.codes.values()),
    codings: byId(alive.values()).map(({ updatedAt: _, ...coding }) => coding),
    finished: byId(state.finished.values()),
    rounds: byId(state.rounds.values()),
  };
}
