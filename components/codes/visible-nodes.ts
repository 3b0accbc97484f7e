import { inOrder, path, type Code, type CodeNode } from '@/lib/codebook';
import type { Table } from '@/lib/log';
import { rank, searchable } from './rank';

/**
 * The rows of the tree: the codebook in order without what lies under a folded code. A search shows what it finds with
 * the codes above it, folded or not. Archived codes stay away unless they are in use here.
 */
export function visibleNodes(
  codes: Table<Code>,
  by: { query: string; folded: readonly string[]; inUse: ReadonlyMap<string, number> },
) {
  const all = inOrder(codes.values()).filter(({ code }) => !code.archived || by.inUse.has(code.id));
  if (by.query.trim() === '') return unfolded(all, by.folded);
  const found = rank(
    searchable(
      all.map(({ code }) => code),
      codes,
    ),
    by.query,
    [],
  );
  const shown = new Set(found.flatMap(({ code }) => [code.id, ...ancestors(codes, code)]));
  return { nodes: all.filter(({ code }) => shown.has(code.id)), best: found[0]?.code.id ?? null };
}

function unfolded(all: CodeNode[], folded: readonly string[]): { nodes: CodeNode[]; best: null } {
  let hiddenBelow = Infinity;
  const nodes = all.filter(({ code, depth }) => {
    if (depth > hiddenBelow) return false;
    hiddenBelow = folded.includes(code.id) ? depth : Infinity;
    return true;
  });
  return { nodes, best: null };
}

function ancestors(codes: Table<Code>, code: Code): string[] {
  const ids: string[] = [];
  for (let at = code.parentId; at && !ids.includes(at); at = codes.get(at)?.parentId ?? null) ids.push(at);
  return ids;
}

/** Where a code stands, in words: the names above it and its own. */
export function codePath(codes: { get(id: string): Code | undefined }, codeId: string): string {
  return path(codes, codeId).join(' › ');
}
