/** How much was done in a second, and how long the slowest but one in a hundred took, in ms. */
export type Load = { rate: number; p99: number };

/** So many clients at once, each doing `work` again and again until `done` says that it is over. */
export async function measure(
  clients: number,
  work: (n: number, client: number) => Promise<unknown>,
  done: (n: number, ms: number) => boolean,
): Promise<Load> {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const one = async (_: unknown, client: number) => {
    while (!done(next, performance.now() - begun)) {
      const n = next++;
      const start = performance.now();
      await work(n, client);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return { rate: times.length / ((performance.now() - begun) / 1_000), p99: percentile(times, 99) };
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** Whether a figure keeps to its target, in words. */
export function judged(figure: number, target: { most: number } | { least: number }): string {
  const kept = 'most' in target ? figure <= target.most : figure >= target.least;
  const words = 'most' in target ? `at most ${target.most}` : `at least ${target.least}`;
  return `target ${words}: ${kept ? 'kept' : 'MISSED'}`;
}
