import { isDeepStrictEqual } from 'node:util';
import { livePairs } from '@/lib/documents';
import type { WorkspaceState } from '@/lib/door';

type Listed = { id: string };
export type Comparable = { codebookVersion: number; lists: Record<string, Listed[]> };

/**
 * A state in a form that two of them can be compared in: lists by id. Codings of deleted codes and documents are left
 * out with their finished marks and pairs, since a fold still holds them; so is what changes without a change of the project (a person's name is their
 * account's, an invitation lapses) and the moment a coding was touched last, which taking back and restoring leaves.
 */
export function comparable(state: WorkspaceState): Comparable {
  const alive = state.codings.filter(({ codeId, documentId }) => state.codes.has(codeId) && state.documents.has(documentId));
  const lists = {
    members: byId(state.members.values()).map(({ name: _, ...member }) => member),
    coderAttributes: byId(state.coderAttributes.values()),
    documents: byId(state.documents.values()),
    attributes: byId(state.attributes.values()),
    pairs: byId(livePairs(state)),
    codes: byId(state.codes.values()),
    codings: byId(alive.values()).map(({ updatedAt: _, ...coding }) => coding),
    finished: byId(state.finished.filter(({ documentId }) => state.documents.has(documentId)).values()),
    rounds: byId(state.rounds.values()),
    settlements: byId(state.settlements.values()),
    comments: byId(state.comments.values()),
    reminders: byId(state.reminders.values()),
  };
  return { codebookVersion: state.codebookVersion, lists };
}

/** In which items rows and log disagree, a sentence per list. */
export function differences(rows: WorkspaceState, log: WorkspaceState): string[] {
  const [have, want] = [comparable(rows), comparable(log)];
  const found = Object.keys(have.lists).flatMap((name) => {
    const ids = differing(have.lists[name]!, want.lists[name]!);
    return ids.length > 0 ? [`${name}: ${ids.length} differ between the rows and the log: ${some(ids)}`] : [];
  });
  if (have.codebookVersion === want.codebookVersion) return found;
  return [...found, `the codebook's version is ${have.codebookVersion}, and ${want.codebookVersion} by the log`];
}

/** The first few of many ids. */
export function some(ids: string[]): string {
  return ids.slice(0, 5).join(', ') + (ids.length > 5 ? ', ...' : '');
}

function differing(have: Listed[], want: Listed[]): string[] {
  const wanted = new Map(want.map((item) => [item.id, item]));
  const other = have.filter((item) => !isDeepStrictEqual(item, wanted.get(item.id))).map(({ id }) => id);
  const here = new Set(have.map(({ id }) => id));
  return [...other, ...want.filter(({ id }) => !here.has(id)).map(({ id }) => id)];
}

function byId<T extends Listed>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
