import type { Change, Inverse } from '@/lib/log';
import { isKind, kindOf } from './kinds';

/** The changes made in one gesture, oldest first, that are taken back or done again together. */
export type Step = Change[];

/** One person's undo history: the last of each list is the next to go. */
export type History = { undo: Step[]; redo: Step[] };

export const emptyHistory: History = { undo: [], redo: [] };

/**
 * One person's undo and redo stacks after one more of their own changes, folded from the log so that undo survives a
 * reload. Taking back a step moves it to `redo` (as the changes that took it back, whose inverses do it again), and the
 * other way round; anything else is new work and empties `redo`. Mostly it is the newest step; an older one where that
 * was refused, or where the history page was asked. Changes without an inverse are passed over.
 */
export function remember(history: History, change: Change): History {
  if (inverseOf(change) === null) return history;
  const { undo, redo } = history;
  const [done, again] = [holding(undo, change.undoes), holding(redo, change.undoes)];
  if (done >= 0) return { undo: without(undo, done, change.undoes), redo: pushed(redo, change) };
  if (again >= 0) return { undo: pushed(undo, change), redo: without(redo, again, change.undoes) };
  return { undo: pushed(undo, change), redo: [] };
}

/** The history without a step that cannot be taken back (or done again) any more: the one below it is next. */
export function passOver({ undo, redo }: History, step: Step): History {
  const rest = (steps: Step[]) => steps.filter(([first]) => first?.id !== step[0]?.id);
  return { undo: rest(undo), redo: rest(redo) };
}

/** The request that takes a change back, or null where there is none. */
export function inverseOf(change: Change): Inverse | null {
  return isKind(change.kind) ? kindOf(change.kind).invert(change.body) : null;
}

/** A change as a browser needs it for undo alone: of an import of thousands of documents their ids, and not all that is said of them. */
export function forUndo(change: Change): Change {
  if (change.kind !== 'document.import' && change.kind !== 'document.reinstate') return change;
  const { documents } = change.body as { documents: { id: string }[] };
  return { ...change, body: { documents: documents.map(({ id }) => ({ id })) } };
}

/** Where the step with this change lies; -1 where none has it. */
function holding(steps: Step[], id: string | null): number {
  return id === null ? -1 : steps.findLastIndex((step) => step.some((change) => change.id === id));
}

function pushed(steps: Step[], change: Change): Step[] {
  const last = steps.at(-1);
  if (last && change.step !== null && last[0]?.step === change.step) return [...steps.slice(0, -1), [...last, change]];
  return [...steps, [change]];
}

function without(steps: Step[], at: number, id: string | null): Step[] {
  const rest = steps[at]!.filter((change) => change.id !== id);
  return rest.length > 0 ? steps.with(at, rest) : steps.toSpliced(at, 1);
}
