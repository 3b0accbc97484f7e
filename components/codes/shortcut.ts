import { reservedKeys, type Code } from '@/lib/codebook';

/** Why a code cannot have this key, or null where it can. */
export function shortcutFault(key: string | null, codes: Iterable<Code>, ownId: string): string | null {
  if (key === null) return null;
  if (key === '/' || key === '?') return `“${key}” opens the ${key === '/' ? 'code picker' : 'help'} in the workspace.`;
  if (!/^[\p{L}\p{N}]$/u.test(key)) return 'A shortcut is one letter or digit.';
  const other = [...codes].find((code) => code.shortcut === key && code.id !== ownId);
  if (other) return `“${other.name}” has this shortcut already.`;
  return reservedKeys.includes(key)
    ? `“${key}” steps through the passages in the workspace. Choose another key.`
    : null;
}

/** The shortcut that was typed last, in the form it is kept; null for an empty field. */
export function typedShortcut(typed: string): string | null {
  return [...typed.trim().toLowerCase()].at(-1) ?? null;
}
