import type { z } from 'zod';
import type { Permission, Subject } from '@/lib/access';
import type { Change } from './change';
import type { Touch } from './touch';

/** What undoing a change asks the door to do. */
export type Inverse = { kind: string; body: unknown };

/**
 * A kind of change, declared once in its domain's `changes.ts` and walked by the door, the permission tests, the live
 * feed, undo and the API alike. `Asked` is the body a client sends, `Logged` the body the log keeps (the server adds
 * what a reader needs to apply or undo it without the database), `State` the slice of the project it changes.
 */
export type Kind<Asked, Logged, State> = {
  permission: Permission;
  /** Who may see such a change at all, where that is fewer than every member. */
  audience?: Permission;
  /** `mark` where it shows no more than that somebody has finished: then the seal of marks decides, not that of codings. */
  shows?: 'mark';
  body: z.ZodType<Asked>;
  /** Whose work this shows, for the seal; null when every member may see it. */
  subject: (logged: Logged) => Subject | null;
  /** The same function in every browser, in the doctor and in tests. Applying a change twice is applying it once. */
  apply: (state: State, change: Change<Logged>) => State;
  /** What it alters: nobody's undo may overwrite what somebody else did to the same thing since (lib/door/rival.ts). */
  touches: (logged: Logged) => Touch[];
  /** The request that takes the change back, or null where that has no meaning. */
  invert: (logged: Logged) => Inverse | null;
  /**
   * What the server will log, as far as a browser can tell: lets the author see the change before the answer comes.
   * Null, or left out, where only the server knows; then the change shows when the answer is there.
   */
  foresee?: (asked: Asked, by: { actorId: string; state: State }) => Logged | null;
};

/** Declares a kind with its types inferred from its schema and functions. */
export function kind<Asked, Logged, State>(declared: Kind<Asked, Logged, State>): Kind<Asked, Logged, State> {
  return declared;
}
