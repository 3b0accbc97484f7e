import { useSyncExternalStore } from 'react';

/** What stands behind the # of the address, which never reaches a server; null until the browser has told. */
export function useFragment(): string | null {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener);
      return () => window.removeEventListener('hashchange', listener);
    },
    () => window.location.hash.slice(1),
    () => null,
  );
}
