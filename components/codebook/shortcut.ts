import { reservedKeys } from '@/components/workspace/keys';
import type { Code } from '@/lib/codebook';

/** What is to be said about a shortcut: a fault keeps it from being saved, a warning does not. */
export type ShortcutRemark = { fault: string } | { warning: string } | null;

export function remarkOn(key: string | null, codes: Iterable<Code>, ownId: string): ShortcutRemark {
  if (key === null) return null;
  if (key === '/' || key === '?')
    return { fault: `“${key}” opens the ${key === '/' ? 'code picker' : 'help'} in the workspace.` };
  if (!/^[\p{L}\p{N}]$/u.test(key)) return { fault: 'A shortcut is one letter or digit.' };
  const other = [...codes].find((code) => code.shortcut === key && code.id !== ownId);
  if (other) return { fault: `“${other.name}” has this shortcut already.` };
  if (reservedKeys.includes(key))
    return {
      warning: `“${key}” steers the workspace and will not code there.`,
    };
  return null;
}

/** The shortcut that was typed last, in the form it is kept; null for an empty field. */
export function typedShortcut(typed: string): string | null {
  return [...typed.trim().toLowerCase()].at(-1) ?? null;
}
