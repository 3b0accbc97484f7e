'use client';

import { useSyncExternalStore } from 'react';

/** A moment in the reader's own time zone; the page as it comes from the server shows it in UTC. */
export function Moment({ at }: { at: string }) {
  const words = useSyncExternalStore(
    never,
    () => format(at, undefined),
    () => `${format(at, 'UTC')} UTC`,
  );
  return <time dateTime={at}>{words}</time>;
}

function never() {
  return () => {};
}

function format(at: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
}
