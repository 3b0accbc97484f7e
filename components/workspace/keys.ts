import { reservedKeys } from '@/lib/codebook';

/** What a key asks the workspace to do. */
export type Command =
  | { act: 'code'; codeId: string }
  | {
      act:
        | 'next'
        | 'previous'
        | 'cycle'
        | 'remove'
        | 'memo'
        | 'split'
        | 'join'
        | 'in-vivo'
        | 'code-all'
        | 'find'
        | 'finished'
        | 'pick'
        | 'help'
        | 'undo'
        | 'redo'
        | 'release'
        | 'other-side';
    }
  | { act: 'document'; direction: 1 | -1 };

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * The command of a key, or null. `shortcuts` leads from a code's key to its id. Reserved letters come first; every
 * other plain letter or digit belongs to the codebook, so commands that are not stepping take Shift.
 */
export function commandFor(pressed: Pressed, shortcuts: ReadonlyMap<string, string>): Command | null {
  const withControl = pressed.ctrlKey || pressed.metaKey;
  if (withControl && !pressed.altKey) return controlCommand(pressed);
  const sign = signCommand(pressed);
  if (sign) return sign;
  if (withControl || pressed.altKey) return null;
  if (pressed.shiftKey) return shifted[latin(pressed)] ?? null;
  return plain[pressed.key.toLowerCase()] ?? codeCommand(pressed, shortcuts) ?? plain[latin(pressed)] ?? null;
}

/** The keys of codes, for `commandFor`. A code that took a reserved letter keeps its other ways in. */
export function shortcutsOf(
  codes: Iterable<{ id: string; shortcut: string | null; archived: boolean }>,
): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { id, shortcut, archived } of codes) {
    if (shortcut && !archived && !reservedKeys.includes(shortcut)) keys.set(shortcut, id);
  }
  return keys;
}

const plain: Record<string, Command> = {
  j: { act: 'next' },
  k: { act: 'previous' },
  o: { act: 'cycle' },
  delete: { act: 'remove' },
  backspace: { act: 'remove' },
  escape: { act: 'release' },
};

const shifted: Record<string, Command> = {
  m: { act: 'memo' },
  s: { act: 'split' },
  j: { act: 'join' },
  i: { act: 'in-vivo' },
  a: { act: 'code-all' },
  f: { act: 'finished' },
  t: { act: 'other-side' },
};

function controlCommand(pressed: Pressed): Command | null {
  const letter = latin(pressed);
  if (letter === 'f' && !pressed.shiftKey) return { act: 'find' };
  if (letter === 'y') return { act: 'redo' };
  return letter === 'z' ? { act: pressed.shiftKey ? 'redo' : 'undo' } : null;
}

/** Signs are looked up as typed, since keyboards put them anywhere; "/" also by its place, for Cyrillic layouts. */
function signCommand({ key, code, shiftKey }: Pressed): Command | null {
  if (key === '?') return { act: 'help' };
  if (key === '/' || (code === 'Slash' && !shiftKey)) return { act: 'pick' };
  if (key === '[') return { act: 'document', direction: -1 };
  return key === ']' ? { act: 'document', direction: 1 } : null;
}

/** A code's key as typed, else by its place on the keyboard: somebody reading Russian may have a Russian layout on. */
function codeCommand(pressed: Pressed, shortcuts: ReadonlyMap<string, string>): Command | null {
  const codeId = shortcuts.get(pressed.key.toLowerCase()) ?? shortcuts.get(latin(pressed));
  return codeId ? { act: 'code', codeId } : null;
}

/** The Latin letter or digit of a key, whatever alphabet the keyboard is set to. */
function latin({ key, code }: Pressed): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  return /^[\x20-\x7e]$/.test(key) ? '' : (/^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? '');
}
