import type { z } from 'zod';

/** What can go wrong on purpose. Anything else that is thrown is a bug. `busy` alone passes: the same may be asked again. */
export const refusalCodes = ['invalid', 'forbidden', 'not-found', 'conflict', 'unreadable', 'busy'] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/**
 * A request that Concord declines. `message` is a whole sentence for the person who asked: it names the fault and,
 * where there is one, the way out. It never says more than that person may know.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }
}

/** True for a `Refusal`, also one that crossed a module boundary and lost its prototype. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'code' in error;
}

/** What a schema says of a value that does not fit, as a refusal that names the first fault and its place. */
export function unsound(error: z.ZodError): Refusal {
  const { path, message } = error.issues[0]!;
  return new Refusal('invalid', path.length > 0 ? `${path.join('.')}: ${message}` : message);
}
