/**
 * One thing that a change alters, or one part of it. Two people who change different fields of a code do not get into
 * each other's way; who deletes it touches all of it.
 */
export type Touch = {
  what:
    | 'project'
    | 'member'
    | 'coder-attribute'
    | 'invitation'
    | 'document'
    | 'attribute'
    | 'pair'
    | 'code'
    | 'coding'
    | 'mark'
    | 'round'
    | 'settlement'
    | 'comment';
  id: string;
  /** Left out: the whole of it. */
  part?: string;
};

/** True if both alter the same thing, or the same part of it. */
export function overlap(a: Touch, b: Touch): boolean {
  if (a.what !== b.what || a.id !== b.id) return false;
  return a.part === undefined || b.part === undefined || isWithin(a.part, b.part) || isWithin(b.part, a.part);
}

/** A part may have parts: `attributes.date` lies in `attributes`. */
function isWithin(part: string, whole: string): boolean {
  return part === whole || part.startsWith(`${whole}.`);
}

/** The whole of one thing. */
export function whole(what: Touch['what'], id: string): Touch[] {
  return [{ what, id }];
}

/** The parts of one thing that carry these names. */
export function parts(what: Touch['what'], id: string, names: readonly string[]): Touch[] {
  return names.map((part) => ({ what, id, part }));
}
