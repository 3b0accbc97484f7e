import { pathSeparator } from '@/lib/codebook';

/** A code as tables name it, with the codes above it: `A > B` or MAXQDA's `A\B`. */
export function pathOf(name: string): string[] {
  const parts = name.includes(pathSeparator) ? name.split(pathSeparator) : name.split('\\');
  return trimmed(parts, name);
}

/**
 * Taguette has no tree, but lets people put dots into tags. A dot is taken for a level only where another tag stands
 * above or beside, so that U.S. stays one tag.
 */
export function dottedPaths(tags: Iterable<string>): (tag: string) => string[] {
  const all = [...new Set(tags)];
  const above = new Map<string, number>();
  for (const tag of all) for (const head of headsOf(tag)) above.set(head, (above.get(head) ?? 0) + 1);
  for (const tag of all) above.set(tag, (above.get(tag) ?? 0) + 1);
  return (tag) => {
    const shared = headsOf(tag).filter((head) => above.get(head)! > 1);
    const longest = shared.at(-1);
    return longest === undefined ? [tag] : trimmed([...dotted(longest, shared), tag.slice(longest.length + 1)], tag);
  };
}

function headsOf(tag: string): string[] {
  return [...tag.matchAll(/\.(?=.)/g)].map(({ index }) => tag.slice(0, index)).filter((head) => head.trim() !== '');
}

/** The names of the levels down to a head, each cut off after the one above. */
function dotted(head: string, shared: readonly string[]): string[] {
  const levels = shared.filter((each) => each.length <= head.length);
  return levels.map((level, index) => (index === 0 ? level : level.slice(levels[index - 1]!.length + 1)));
}

function trimmed(parts: readonly string[], whole: string): string[] {
  const names = parts.map((part) => part.trim());
  return names.every(Boolean) ? names : [whole.trim()];
}
