import type { Code } from '@/lib/codebook';
import type { Coding } from '../coding';

/** True if the meaning of its code has changed since the coding was made, or last confirmed. */
export function isOutdated(
  { codebookVersion }: Pick<Coding, 'codebookVersion'>,
  { version }: Pick<Code, 'version'>,
): boolean {
  return codebookVersion < version;
}

/** What has become of a coding that was on a work list. */
export type Outcome = 'open' | 'kept' | 'recoded' | 'dropped';

/**
 * What its coder has made of a coding that was listed with this code; `now` is the coding as it stands, if it does. A
 * code whose meaning changes once more, and an undo, make it open again.
 */
export function outcomeOf(codeId: string, now: Coding | undefined, code: Code | undefined): Outcome {
  if (!now) return 'dropped';
  if (now.codeId !== codeId) return 'recoded';
  return code && isOutdated(now, code) ? 'open' : 'kept';
}
