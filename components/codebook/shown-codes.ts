import { inOrder, type Code, type CodeNode } from '@/lib/codebook';
import type { Table } from '@/lib/log';
import { fold } from '@/lib/text';

export type TreeView = { query: string; closed: ReadonlySet<string>; archived: boolean };

/**
 * The rows of the tree, parents before their children. A search shows what it finds in names and rules with the codes
 * above it, closed or not. Archived codes are left out unless asked for; what lies below them stays.
 */
export function shownCodes(codes: Table<Code>, { query, closed, archived }: TreeView): CodeNode[] {
  const nodes = inOrder([...codes.values()].filter((code) => archived || !code.archived));
  const wanted = folded(query.trim());
  if (wanted === '') return withoutClosed(nodes, closed);
  const found = nodes.filter(({ code }) => wordsOf(code).includes(wanted));
  const kept = new Set(found.flatMap(({ code }) => withAncestors(codes, code)));
  return nodes.filter(({ code }) => kept.has(code.id));
}

function withoutClosed(nodes: CodeNode[], closed: ReadonlySet<string>): CodeNode[] {
  let hiddenBelow = Infinity;
  return nodes.filter(({ code, depth }) => {
    if (depth > hiddenBelow) return false;
    hiddenBelow = closed.has(code.id) ? depth : Infinity;
    return true;
  });
}

function withAncestors(codes: Table<Code>, code: Code): string[] {
  const ids = [code.id];
  for (let at = code.parentId; at && !ids.includes(at); at = codes.get(at)?.parentId ?? null) ids.push(at);
  return ids;
}

/** What a search looks at. A code never changes, only gives way to another object, so its words are folded once. */
function wordsOf(code: Code): string {
  const known = foldedWords.get(code);
  if (known !== undefined) return known;
  const words = folded([code.name, code.definition, code.useWhen, code.avoidWhen].join('\n'));
  foldedWords.set(code, words);
  return words;
}

const foldedWords = new WeakMap<Code, string>();

function folded(text: string): string {
  return fold(text, { accents: 'ignore' }).text;
}
