import type { Code } from './code';

/** A code with its children, in codebook order. `depth` is 0 for a top code. */
export type CodeNode = { code: Code; depth: number; children: CodeNode[] };

/** What separates the names in a code path, as MAXQDA users know it. */
export const pathSeparator = ' > ';

/** The codebook as a forest, siblings ordered by position and then id. A code whose parent is absent stands on top. */
export function tree(codes: Iterable<Code>): CodeNode[] {
  const all = [...codes].sort(byPosition);
  const known = new Set(all.map((code) => code.id));
  const byParent = Map.groupBy(all, (code) => (code.parentId && known.has(code.parentId) ? code.parentId : null));
  const grow = (parentId: string | null, depth: number): CodeNode[] =>
    (byParent.get(parentId) ?? []).map((code) => ({ code, depth, children: grow(code.id, depth + 1) }));
  return grow(null, 0);
}

/** The tree as a list, parents before their children: the order in which a codebook is read. */
export function inOrder(codes: Iterable<Code>): CodeNode[] {
  const flatten = (nodes: CodeNode[]): CodeNode[] => nodes.flatMap((node) => [node, ...flatten(node.children)]);
  return flatten(tree(codes));
}

/** The ids of a code and all codes below it. */
export function subtree(codes: Iterable<Code>, id: string): string[] {
  const all = [...codes];
  const found = new Set<string>();
  const visit = (at: string) => {
    if (found.has(at)) return;
    found.add(at);
    for (const code of all) if (code.parentId === at) visit(code.id);
  };
  visit(id);
  return [...found];
}

/** Names from the top code down to this one. */
export function path(codes: { get(id: string): Code | undefined }, id: string): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = codes.get(id); at && !seen.has(at.id); at = at.parentId ? codes.get(at.parentId) : undefined) {
    seen.add(at.id);
    names.unshift(at.name);
  }
  return names;
}

/** The siblings under `parentId` in order, with `id` taken out and put in at `index` (clamped to the ends). */
export function reordered(
  codes: Iterable<Code>,
  moved: { id: string; parentId: string | null; index: number },
): string[] {
  const siblings = [...codes]
    .filter((code) => code.parentId === moved.parentId && code.id !== moved.id)
    .sort(byPosition);
  const ids = siblings.map((code) => code.id);
  ids.splice(Math.min(moved.index, ids.length), 0, moved.id);
  return ids;
}

/** Where a code stands among its siblings, counted from 0. */
export function indexAmongSiblings(codes: Iterable<Code>, { id, parentId }: Code): number {
  return [...codes]
    .filter((code) => code.parentId === parentId)
    .sort(byPosition)
    .findIndex((code) => code.id === id);
}

function byPosition(a: Code, b: Code): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
