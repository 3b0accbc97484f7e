/** How many codings are added, one after the other. */
export const adds = 40;
const scrolls = 60;

/**
 * Milliseconds from data in memory to everything near the screen painted and until there is a label beside it (the
 * same for plain elements, which have none), and the longest task on the way. `isThere` tells when all of it has come.
 */
export async function timedOpen(
  open: () => void,
  isThere = () => true,
): Promise<{ open: number; margin: number; longest: number }> {
  const longest = watchTasks();
  const start = performance.now();
  open();
  while (!isThere()) await nextFrame();
  await nextFrame(); // the observers say what is near
  await nextFrame(); // and that is painted
  await painted();
  const opened = performance.now() - start;
  const hasMargin = document.querySelector('[aria-label^="Codings beside"]') !== null;
  // Where few codings are strewn over a long text the first screen may have no label.
  for (let frame = 0; hasMargin && frame < 40 && !document.querySelector('[data-label]'); frame++) await painted();
  return { open: opened, margin: performance.now() - start, longest: longest() };
}

/**
 * One more coding: milliseconds until the call returns, and until it is painted with its margin. `first` is the call of
 * the very first, whose code the browser has not compiled yet.
 */
export async function timedAdds(
  add: (n: number) => void,
): Promise<{ first: number; returned: number; painted: number }> {
  const returned: number[] = [];
  const shown: number[] = [];
  await pause(300); // people look before they code
  for (let n = 0; n < adds; n++) {
    const start = performance.now();
    add(n);
    returned.push(performance.now() - start);
    await painted();
    shown.push(performance.now() - start);
    await pause(40);
  }
  return { first: returned[0] ?? 0, returned: median(returned), painted: median(shown) };
}

/** Scrolls two thirds of a screen a frame from the beginning, with three far jumps; counts frames above 50 ms. */
export async function timedScroll(): Promise<{ frames: number; slow: number }> {
  const times: number[] = [];
  let last = await nextFrame();
  for (let step = 0; step < scrolls; step++) {
    if (step % 20 === 19) window.scrollTo(0, (document.documentElement.scrollHeight * step) / scrolls);
    else window.scrollBy(0, innerHeight * 0.66);
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return { frames: times.length, slow: times.filter((time) => time > 50).length };
}

function watchTasks(): () => number {
  let longest = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ entryTypes: ['longtask'] });
  return () => {
    note(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The first task after the next frame: by then the frame has been painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    requestAnimationFrame(() => port2.postMessage(null));
  });
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
