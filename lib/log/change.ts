/**
 * One entry of a project's log: the live feed, the audit trail, the undo history and the offline catch-up are all
 * made of these. `id` was made by the client that asked, which makes a retry harmless; `body` holds what was asked
 * and what it replaced, so that a change can be undone from the log alone. The entry's number (`seq`) stays on the
 * server: browsers hold an opaque cursor, whose gaps betray nothing of sealed work.
 */
export type Change<Body = unknown> = {
  id: string;
  kind: string;
  actorId: string;
  /** ISO 8601, the database's clock. */
  at: string;
  body: Body;
  /** The change that this one takes back, if any. */
  undoes: string | null;
  /** Changes made in one gesture share a step and are undone together. */
  step: string | null;
};

/** What a client sends through the door: a change before the server has made it one. */
export type ChangeRequest = {
  id: string;
  kind: string;
  body: unknown;
  undoes?: string | null;
  step?: string | null;
};
