import { useEffect, useState } from 'react';

/** What lengthy work came to; not `ready` while that is of work before this. */
export type Unhurried<T> = { all: readonly T[]; ready: boolean };

/** How long, in ms, the page is kept busy at a stretch: well under the 50 that people feel as a jerk. */
const stretch = 12;

/** Does lengthy work a little at a time, so that the page answers meanwhile, and anew when `work` changes. */
export function useUnhurried<T>(work: () => Iterable<T>): Unhurried<T> {
  const [done, setDone] = useState<{ of: (() => Iterable<T>) | null; all: readonly T[] }>({ of: null, all: [] });
  useEffect(() => {
    let left = false;
    unhurried(work(), () => left).then(
      (all) => all && setDone({ of: work, all }),
      // What fails here is a bug, to be shown as any other.
      (error: unknown) => setDone(() => fail(error)),
    );
    return () => {
      left = true;
    };
  }, [work]);
  return { all: done.all, ready: done.of === work };
}

/** All that the work yields, or null where nobody waits for it any more. */
async function unhurried<T>(work: Iterable<T>, isLeft: () => boolean): Promise<T[] | null> {
  const all: T[] = [];
  let since = performance.now();
  for (const each of work) {
    all.push(each);
    if (performance.now() - since < stretch) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (isLeft()) return null;
    since = performance.now();
  }
  return isLeft() ? null : all;
}

function fail(error: unknown): never {
  throw error;
}
