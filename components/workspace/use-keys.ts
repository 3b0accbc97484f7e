import { useEffect, useEffectEvent } from 'react';
import { commandFor, type Command } from './keys';

const anywhere: readonly Command['act'][] = [
  'pick',
  'find',
  'help',
  'undo',
  'redo',
  'document',
  'finished',
  'other-side',
];

/**
 * Keys of the workspace. The text asks through `onKey`, and another text beside it, which is only read, through
 * `onOtherKey`. Elsewhere on the page only signs and combinations work, and nothing in fields and dialogs, where keys write.
 */
export function useKeys(shortcuts: ReadonlyMap<string, string>, run: (command: Command) => boolean) {
  const onKey = (event: KeyboardEvent): boolean => {
    const command = event.isComposing ? null : commandFor(event, shortcuts);
    if (!command || !run(command)) return false;
    event.preventDefault();
    return true;
  };

  const onOtherKey = (event: KeyboardEvent): boolean => {
    const command = event.isComposing ? null : commandFor(event, shortcuts);
    return command !== null && anywhere.includes(command.act) && onKey(event);
  };

  const onPage = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || writes(event.target)) return;
    const command = commandFor(event, shortcuts);
    const idle = event.target === document.body;
    if (command && (idle || anywhere.includes(command.act)) && run(command)) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPage(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return { onKey, onOtherKey };
}

function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;
}
