import { useState, type MouseEvent } from 'react';
import { newId } from '@/lib/log';
import type { Taken } from './download';

type Wanted = Omit<Taken, 'id'>;

/** The downloads of one format that were begun on this page, and the ways to begin and forget them. */
export function useTaking() {
  const [taken, setTaken] = useState<Taken[]>([]);
  const forget = (id: string) => setTaken((all) => all.filter((each) => each.id !== id));

  function take(wanted: Wanted): void {
    const id = newId();
    setTaken((all) => [...all, { ...wanted, id }]);
    save(`${wanted.address}&download=${id}`);
  }

  /** For a link to the file: where it would be opened in another way, it stays a plain link. */
  function follow(event: MouseEvent, wanted: Wanted): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    take(wanted);
  }

  return { taken, take, follow, forget };
}

/** Hands an address to the browser as a download, as pressing a link does. */
function save(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
