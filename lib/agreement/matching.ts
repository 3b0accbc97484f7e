/**
 * The size of a largest one-to-one matching, by augmenting paths (Kuhn). `partners[i]` lists who may be matched with i;
 * `others` is how many they are.
 */
export function largestMatching(partners: readonly (readonly number[])[], others: number): number {
  const matched = new Array<number>(others).fill(-1);
  let size = 0;
  partners.forEach((_, one) => {
    if (augments(partners, one, { matched, tried: new Set() })) size += 1;
  });
  return size;
}

type Search = { readonly matched: number[]; readonly tried: Set<number> };

/** Finds `one` a partner, moving others to another partner where that helps. */
function augments(partners: readonly (readonly number[])[], one: number, search: Search): boolean {
  for (const other of partners[one] ?? []) {
    if (search.tried.has(other)) continue;
    search.tried.add(other);
    const rival = search.matched[other] ?? -1;
    if (rival === -1 || augments(partners, rival, search)) {
      search.matched[other] = one;
      return true;
    }
  }
  return false;
}
