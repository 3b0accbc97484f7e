import type { z } from 'zod';
import { codebookChanges, type CodebookState } from '@/lib/codebook';
import { codingChanges, mergeChanges, type CodingsState } from '@/lib/codings';
import { documentChanges, pairChanges, type DocumentsState, type PairsState } from '@/lib/documents';
import type { Change, Kind } from '@/lib/log';
import { importChanges } from '@/lib/interchange/importing';
import { passwordLinkChanges, projectChanges, type ProjectState } from '@/lib/projects';
import {
  adjudicationChanges,
  claimChanges,
  discussionChanges,
  roundChanges,
  type AdjudicationState,
  type DiscussionState,
  type RoundsState,
} from '@/lib/rounds';

/** Every kind of change there is. The door, the tests of permissions, the live feed and undo loop over this list. */
export const kinds = {
  ...projectChanges,
  ...passwordLinkChanges,
  ...importChanges,
  ...documentChanges,
  ...pairChanges,
  ...codebookChanges,
  ...mergeChanges,
  ...codingChanges,
  ...roundChanges,
  ...adjudicationChanges,
  ...discussionChanges,
  ...claimChanges,
};

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

/** What a client sends as the body of a kind. */
export type AskedBody<K extends KindName> = z.infer<(typeof kinds)[K]['body']>;

/** A change as a client asks for it, before it has an id. */
export type AskedChange = { [K in KindName]: { kind: K; body: AskedBody<K> } }[KindName];

/** A project as one person sees it: the fold of the changes that person may see. */
export type WorkspaceState = ProjectState &
  DocumentsState &
  PairsState &
  CodebookState &
  CodingsState &
  RoundsState &
  AdjudicationState &
  DiscussionState & {
    viewerId: string;
    /** Something came into sight that was never sent: ask the server for the state anew. */
    stale: boolean;
  };

/** A kind seen without its types, as loops over the list need it; the schema has checked what goes in. */
export type AnyKind = Kind<unknown, unknown, WorkspaceState>;

export function isKind(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

export function kindOf(name: KindName): AnyKind {
  return kinds[name] as unknown as AnyKind;
}

/** The state after a change. A kind that this version does not know makes the state stale instead of wrong. */
export function apply(state: WorkspaceState, change: Change): WorkspaceState {
  if (!isKind(change.kind)) return { ...state, stale: true };
  return { ...state, ...kindOf(change.kind).apply(state, change) };
}
