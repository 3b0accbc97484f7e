import { createStore, del, get, keys, set } from 'idb-keyval';
import type { ChangeRequest } from '@/lib/log';

/** Where queues of unsent changes lie between the lives of a tab. */
export type Shelf = {
  keys: () => Promise<string[]>;
  read: (key: string) => Promise<ChangeRequest[] | undefined>;
  write: (key: string, requests: ChangeRequest[]) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

/** The shelf of this browser, in IndexedDB; null where there is none (a server, a very private window). */
export function browserShelf(): Shelf | null {
  if (typeof indexedDB === 'undefined') return null;
  const store = createStore('concord', 'unsent');
  return {
    keys: () => keys<string>(store),
    read: (key) => get<ChangeRequest[]>(key, store),
    write: (key, requests) => set(key, requests, store),
    remove: (key) => del(key, store),
  };
}
