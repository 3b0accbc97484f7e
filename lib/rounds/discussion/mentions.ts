type Named = { id: string; name: string };
/** A stretch of a comment: plain words, or the naming of one or more members. */
export type Said = { text: string; named: string[] };

/**
 * A comment cut into plain words and mentions. A mention is an @ before a member's name, however it is capitalised, or
 * before its first word where that is nobody else's; a longer name goes before a shorter one. Two members of one name
 * are both meant. An @ inside a word (an address) names nobody.
 */
export function readMentions(text: string, members: readonly Named[]): Said[] {
  const names = [...callNames(members)].sort(([a], [b]) => b.length - a.length);
  const said: Said[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found =
      at >= from && !isInWord(text, at - 1) ? names.find(([name]) => stands(text, at + 1, name)) : undefined;
    if (!found) continue;
    if (at > from) said.push({ text: text.slice(from, at), named: [] });
    from = at + 1 + found[0].length;
    said.push({ text: text.slice(at, from), named: found[1] });
  }
  return from < text.length ? [...said, { text: text.slice(from), named: [] }] : said;
}

/** Whom a comment names, each once, in the order in which they are named. */
export function mentionsIn(text: string, members: readonly Named[]): string[] {
  return [...new Set(readMentions(text, members).flatMap(({ named }) => named))];
}

/** What members can be called by, in lower case, and who is meant. */
function callNames(members: readonly Named[]): Map<string, string[]> {
  const whole = Map.groupBy(members, ({ name }) => name.toLowerCase());
  const first = Map.groupBy(members, ({ name }) => name.toLowerCase().split(/\s/u)[0] ?? '');
  const names = new Map<string, string[]>();
  for (const [name, some] of first) if (some.length === 1 && name !== '') names.set(name, [some[0]!.id]);
  for (const [name, some] of whole)
    names.set(
      name,
      some.map(({ id }) => id),
    );
  return names;
}

function stands(text: string, at: number, name: string): boolean {
  return text.slice(at, at + name.length).toLowerCase() === name && !isInWord(text, at + name.length);
}

function isInWord(text: string, at: number): boolean {
  return at >= 0 && /[\p{L}\p{N}_]/u.test(text.charAt(at));
}
