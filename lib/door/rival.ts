import { overlap, type Change, type Touch } from '@/lib/log';
import { isKind, kindOf } from './kinds';

/** A later change that stands in the way of taking one back, and the thing that both altered. */
export type Rival = { change: Change; touch: Touch };

/**
 * What stands in the way when `by` takes `undone` back: the newest change that somebody else made after it to the same
 * thing, for taking it back would overwrite theirs. Null where nothing does; one's own later changes never do. What was
 * itself taken back since counts for nothing. `later` holds changes after `undone`, in the log's order.
 */
export function rivalOf(undone: Change, later: readonly Change[], by: string): Rival | null {
  const mine = touchesOf(undone);
  const others = standing(later).filter(({ actorId }) => actorId !== by);
  for (const change of others.toReversed()) {
    const touch = touchesOf(change).find((each) => mine.some((own) => overlap(own, each)));
    if (touch) return { change, touch };
  }
  return null;
}

/** What a change alters. A kind of a later version alters nothing that this one knows of. */
export function touchesOf({ kind, body }: Change): Touch[] {
  return isKind(kind) ? kindOf(kind).touches(body) : [];
}

/** The changes without those that others of them took back, and without these: what is done again stands again. */
function standing(changes: readonly Change[]): Change[] {
  const here = new Set(changes.map(({ id }) => id));
  const gone = new Set<string>();
  for (const { id, undoes } of changes.toReversed()) {
    if (gone.has(id) || undoes === null || !here.has(undoes)) continue;
    gone.add(undoes).add(id);
  }
  return changes.filter(({ id }) => !gone.has(id));
}

const partNames: Record<string, string> = {
  codeId: 'the code',
  color: 'the colour',
  useWhen: '“use when”',
  avoidWhen: '“avoid when”',
  archived: 'the archiving',
  codersEditDocuments: 'who may edit documents',
  codersEditCodebook: 'who may edit the codebook',
};

const acts: Record<string, string> = {
  add: 'added',
  delete: 'deleted',
  remove: 'removed',
  restore: 'brought back',
  link: 'linked',
  unlink: 'unlinked',
  merge: 'merged',
  unmerge: 'parted again',
};

/** Why a change is not taken back: who did what to the same thing. `name` is what the thing is called, with its quotes. */
export function rivalSentence({ change, touch }: Rival, { who, name }: { who: string; name: string }): string {
  const act = touch.part === undefined ? acts[change.kind.split('.')[1]!] : undefined;
  const done = act ? `${act} ${name}` : `changed ${partOf(touch)}${name}`;
  return `${who} has ${done} since. Taking this back would overwrite that; change it by hand if it should be otherwise.`;
}

function partOf({ part }: Touch): string {
  if (part === undefined) return '';
  const [, key] = /^attributes\.(.*)$/.exec(part) ?? [];
  return `${key ? `the attribute “${key}”` : (partNames[part] ?? `the ${part}`)} of `;
}
