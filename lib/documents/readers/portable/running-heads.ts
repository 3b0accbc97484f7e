import type { Line } from './pages';

/**
 * Leaves out what is printed on page after page: titles above, numbers below. Only the outermost two lines of a page
 * can be such, and only if they stand on half of the pages or more, numbers aside.
 */
export function withoutRunningHeads(pages: readonly Line[][]): { lines: Line[]; repeated: string[] } {
  const edges = pages.map(edgesOf);
  const counts = new Map<string, number>();
  for (const edge of edges) for (const key of new Set(edge.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const printed = pages.filter((page) => page.length > 0).length;
  const fewest = Math.max(2, printed / 2);
  const dropped = new Set(edges.flat().filter((line) => (counts.get(keyOf(line)) ?? 0) >= fewest));
  const examples = new Map([...dropped].map((line) => [keyOf(line), line.words]));
  return { lines: pages.flat().filter((line) => !dropped.has(line)), repeated: [...examples.values()] };
}

/** The two highest and the two lowest lines of a page. A page of few lines is all text. */
function edgesOf(page: readonly Line[]): Line[] {
  if (page.length < 5) return page.filter((line) => /^\P{L}*\p{Nd}+\P{L}*$/u.test(line.words));
  const sorted = [...page].sort((a, b) => b.y - a.y);
  return [...sorted.slice(0, 2), ...sorted.slice(-2)];
}

/** Page numbers differ from page to page and are the same line all the same. */
function keyOf({ words }: Line): string {
  return words.replace(/\p{Nd}+/gu, '#').replace(/\s+/gu, ' ');
}
