/** How many codes the picker remembers as used last. */
const most = 8;

/** The list of codes used last, newest first, after one more use. */
export function used(recent: readonly string[], codeId: string): string[] {
  return [codeId, ...recent.filter((id) => id !== codeId)].slice(0, most);
}

/** The list as a browser keeps it: ids and commas. */
export function parseRecent(kept: string): string[] {
  return kept.split(',').filter((id) => id !== '');
}
