type Named = { id: string; name: string };

/** What is being typed after the last @: where that stands, and who may be meant. Null where nobody is being called. */
export function calledBy(text: string, members: readonly Named[]): { at: number; members: Named[] } | null {
  const found = /(?:^|[^\p{L}\p{N}_])@([^@\n]{0,60})$/u.exec(text);
  if (!found) return null;
  const typed = found[1]!.toLowerCase();
  const fitting = members.filter(
    ({ name }) => name.toLowerCase().startsWith(typed) && name.toLowerCase() !== typed.trim(),
  );
  return fitting.length > 0 ? { at: text.length - found[1]!.length - 1, members: fitting.slice(0, 6) } : null;
}
