import { useSyncExternalStore } from 'react';
import type { Scheme } from './highlight-sheet';

/** Whether the page is light or dark now, read where Mantine writes it: asking the media query costs at every render. */
export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, current, () => 'light');
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
  return () => observer.disconnect();
}

function current(): Scheme {
  return document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'dark' : 'light';
}
