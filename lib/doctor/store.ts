import 'server-only';
import { sealOfMarks, type Seal } from '@/lib/access';
import { listCodes } from '@/lib/codebook/store';
import { listCodings, listFinished } from '@/lib/codings/store';
import { db } from '@/lib/db';
import { listAttributes } from '@/lib/documents/attributes/store';
import { listPairs } from '@/lib/documents/pairs/store';
import { listDocuments } from '@/lib/documents/store';
import { apply, stateOf, type StateData, type WorkspaceState } from '@/lib/door';
import { maySeeChange } from '@/lib/door/store';
import { pagedChanges, pagesOf } from '@/lib/log/pages/store';
import { changesAfter, newestSeq, type Recorded } from '@/lib/log/store';
import { listCoderAttributes, listInvitations, listMembers, readProject, type Membership } from '@/lib/projects/store';
import { listSettlements } from '@/lib/rounds/adjudication/store';
import { listComments } from '@/lib/rounds/discussion/store';
import { listReminders, listRounds, sealFor } from '@/lib/rounds/store';
import { differences } from './comparable';
import { logFaults, rowFaults, textFaults } from './faults.store';

/** Whose eyes a project is read with: one member's, or the doctor's, to whom nothing is sealed. */
export type Eyes = { projectId: string; viewerId: string; codings: Seal; marks: Seal; sees: (each: Recorded) => boolean; unsealed: boolean };

/** The eyes of a member, as the seal stands now. */
export async function eyesOf(by: Membership): Promise<Eyes> {
  const seal = await sealFor(by.projectId, by.userId);
  const sees = (each: Recorded) => maySeeChange(by, seal, each);
  return { projectId: by.projectId, viewerId: by.userId, codings: seal, marks: sealOfMarks(seal, by.role), sees, unsealed: false };
}

/** The project as its rows have it. Invitations are left out: they lapse by the clock, without a change. */
export async function fromRows({ projectId, viewerId, codings, marks }: Eyes): Promise<StateData> {
  const { codebookVersion, ...project } = await readProject(projectId);
  return {
    viewerId,
    project,
    codebookVersion,
    members: await listMembers(projectId),
    invitations: await listInvitations(projectId),
    coderAttributes: await listCoderAttributes(projectId),
    documents: await listDocuments(projectId),
    attributes: await listAttributes(projectId),
    pairs: await listPairs(projectId),
    codes: await listCodes(projectId),
    codings: await listCodings(projectId, codings, {}),
    finished: await listFinished(projectId, marks),
    rounds: await listRounds(projectId),
    settlements: await listSettlements(projectId, codings),
    comments: await listComments(projectId, codings),
    reminders: await listReminders(projectId, marks),
  };
}

/** The same, folded from the log alone: what a browser that followed from the beginning would hold. */
export async function fromLog(eyes: Eyes): Promise<WorkspaceState> {
  const { codebookVersion: _, ...project } = await readProject(eyes.projectId);
  const lists = { members: [], invitations: [], coderAttributes: [], documents: [], attributes: [], pairs: [], codes: [], codings: [], finished: [], rounds: [], reminders: [], settlements: [], comments: [] };
  let state = stateOf({ viewerId: eyes.viewerId, project, codebookVersion: 1, ...lists });
  for await (const each of wholeLog(eyes.projectId)) if (eyes.sees(each)) state = step(state, each, eyes.unsealed);
  return state;
}

/** A round that opens takes others' work out of a member's sight, and out of nobody else's. */
function step(state: WorkspaceState, { change }: Recorded, unsealed: boolean): WorkspaceState {
  const next = apply(state, change);
  return unsealed && change.kind === 'round.open' ? { ...next, codings: state.codings, merged: state.merged, finished: state.finished, settlements: state.settlements, comments: state.comments } : next;
}

/** Every entry, and after one that has pages what it consists of. */
async function* wholeLog(projectId: string): AsyncGenerator<Recorded> {
  const paged = await pagedChanges(projectId);
  for (let [after, page] = [0n, await changesAfter(projectId, 0n, 2_000)]; page.length > 0; ) {
    for (const each of page) {
      yield each;
      if (paged.has(each.change.id)) yield* pagesOf(projectId, each);
    }
    after = page.at(-1)!.seq;
    page = await changesAfter(projectId, after, 2_000);
  }
}

/** What the doctor found in one project; `faults` is empty for a sound one. No fault quotes a passage. */
export type Report = { projectId: string; title: string; changes: number; faults: string[] };

/** Examines every project, deleted ones too, one after the other. */
export async function* examineAll(): AsyncGenerator<Report> {
  const projects = await db().project.findMany({ select: { id: true, title: true }, orderBy: { id: 'asc' } });
  for (const { id, title } of projects) yield { title, ...(await examine(id)) };
}

/**
 * Compares a project's rows with the fold of its log, and both with what must hold in any case: numbers without a gap,
 * every text as its fingerprint says, every quote the slice that its span says, nothing that belongs to nothing.
 * A project that is worked on meanwhile is examined again, so that two moments are never compared with each other.
 */
export async function examine(projectId: string): Promise<Omit<Report, 'title'>> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = await newestSeq(projectId);
    const faults = await faultsOf(projectId);
    if ((await newestSeq(projectId)) === before) return { projectId, changes: Number(before), faults };
  }
  return { projectId, changes: 0, faults: ['is being worked on without a pause; examine it again at a quieter time'] };
}

async function faultsOf(projectId: string): Promise<string[]> {
  const open: Seal = { viewerId: '00000000-0000-0000-0000-000000000000', sealedDocuments: [] };
  const eyes = { projectId, viewerId: open.viewerId, codings: open, marks: open, sees: () => true, unsealed: true };
  const found = [...(await logFaults(projectId)), ...(await rowFaults(projectId)), ...(await textFaults(projectId))];
  return [...found, ...differences(stateOf(await fromRows(eyes)), await fromLog(eyes))];
}
