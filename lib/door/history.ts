import type { Change, Inverse } from '@/lib/log';
import { isKind, kindOf } from './kinds';

/** The changes made in one gesture, oldest first, that are taken back or done again together. */
export type Step = Change[];

/** One person's undo history: the last of each list is the next to go. */
export type History = { undo: Step[]; redo: Step[] };

export const emptyHistory: History = { undo: [], redo: [] };

/**
 * One person's undo and redo stacks after one more of their own changes, folded from the log so that undo survives a
 * reload. Taking back the newest step moves it to `redo` (as the changes that took it back, whose inverses do it
 * again), and the other way round; anything else is new work and empties `redo`. Changes without an inverse are
 * passed over.
 */
export function remember(history: History, change: Change): History {
  if (inverseOf(change) === null) return history;
  const { undo, redo } = history;
  if (holds(undo.at(-1), change.undoes)) return { undo: popped(undo, change.undoes), redo: pushed(redo, change) };
  if (holds(redo.at(-1), change.undoes)) return { undo: pushed(undo, change), redo: popped(redo, change.undoes) };
  return { undo: pushed(undo, change), redo: [] };
}

/** The request that takes a change back, or null where there is none. */
export function inverseOf(change: Change): Inverse | null {
  return isKind(change.kind) ? kindOf(change.kind).invert(change.body) : null;
}

function holds(step: Step | undefined, id: string | null): boolean {
  return step?.some((change) => change.id === id) ?? false;
}

function pushed(steps: Step[], change: Change): Step[] {
  const last = steps.at(-1);
  if (last && change.step !== null && last[0]?.step === change.step) return [...steps.slice(0, -1), [...last, change]];
  return [...steps, [change]];
}

function popped(steps: Step[], id: string | null): Step[] {
  const rest = (steps.at(-1) ?? []).filter((change) => change.id !== id);
  return rest.length > 0 ? [...steps.slice(0, -1), rest] : steps.slice(0, -1);
}
