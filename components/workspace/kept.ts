import { useCallback, useSyncExternalStore } from 'react';

/**
 * A value that this browser keeps, such as which panes are open. The server does not know it, so the first paint shows
 * `initial`; on every later page it is there at once. A browser that refuses storage keeps nothing and says nothing.
 */
export function useKept(key: string, initial: string): [string, (value: string) => void] {
  const read = useCallback(() => recall(key) ?? initial, [key, initial]);
  const value = useSyncExternalStore(subscribe, read, () => initial);
  const write = useCallback((next: string) => keep(key, next), [key]);
  return [value, write];
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A full or forbidden storage: the next visit begins as the first one did.
  }
  listeners.forEach((listener) => listener());
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
