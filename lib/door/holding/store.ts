import 'server-only';
import { isLockTimeout } from '@/lib/db';
import { Refusal } from '@/lib/errors';

declare global {
  /** Projects that somebody waited for in vain, each with whether one change is trying again just now. */
  var concordHeld: Map<string, boolean> | undefined;
}

/**
 * Makes a change, unless a large one (an import) has held the project for longer than a change may wait. Once that has
 * happened one change at a time tries whether it is free again, and the others are refused at once: a class that goes on
 * coding while a project is imported must not take all connections of the process and stop everybody else. What is refused
 * as `busy` was not done and is to be sent again; browsers do so by themselves (docs/decisions/064).
 */
export async function unlessHeld<T>(projectId: string, attempt: () => Promise<T>): Promise<T> {
  const held = (globalThis.concordHeld ??= new Map());
  if (held.get(projectId)) throw busy();
  const tries = held.has(projectId);
  if (tries) held.set(projectId, true);
  try {
    const done = await attempt();
    held.delete(projectId);
    return done;
  } catch (error) {
    if (tries || isLockTimeout(error)) held.set(projectId, false);
    throw isLockTimeout(error) ? busy(error) : error;
  }
}

function busy(cause?: unknown): Refusal {
  const sentence = 'A large change of this project, such as an import, is under way. Please try again in a moment.';
  return new Refusal('busy', sentence, { cause });
}
