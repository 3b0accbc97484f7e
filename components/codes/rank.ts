import { path, type Code } from '@/lib/codebook';
import { fold, type Folded } from '@/lib/text';

type Codes = { get(id: string): Code | undefined };

/** A code as a search sees it, with what its name and rules fold to. */
export type Searchable = { code: Code; path: string[]; name: string; trail: string; rules: string };

/** Prepares codes for searching, which happens at every keystroke. */
export function searchable(codes: Iterable<Code>, all: Codes): Searchable[] {
  return [...codes].map((code) => {
    const names = path(all, code.id);
    const rules = folded([code.definition, code.useWhen, code.avoidWhen].join(' '));
    return { code, path: names, name: folded(code.name), trail: folded(names.join(' ')), rules };
  });
}

/**
 * The codes that a query means, best first. Without a query: those used last, then the rest as they come. With one: by
 * name (beginning, a word's beginning, anywhere, letters in order), then by the names above it, then by its rules;
 * among equals the one used last.
 */
export function rank(codes: readonly Searchable[], query: string, recent: readonly string[]): Searchable[] {
  const wanted = folded(query).trim();
  const turn = (item: Searchable) => {
    const at = recent.indexOf(item.code.id);
    return at < 0 ? recent.length : at;
  };
  return codes
    .map((item) => ({ item, fit: fit(item, wanted), turn: turn(item) }))
    .filter(({ fit }) => fit < none)
    .sort((a, b) => a.fit - b.fit || a.turn - b.turn)
    .map(({ item }) => item);
}

const none = 7;

/** How well a code fits, 0 being best: the rungs in the order of `rank`. A code's own key comes before everything. */
function fit({ code, name, trail, rules }: Searchable, wanted: string): number {
  if (wanted === '') return 0;
  if (code.shortcut === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  if (name.includes(wanted)) return 3;
  if (wanted.split(' ').every((word) => trail.includes(word))) return 4;
  if (inOrder(name, wanted.replaceAll(' ', ''))) return 5;
  return saysEnough(wanted) && rules.includes(wanted) ? 6 : none;
}

/** Two letters of an alphabet stand in nearly every rule; one or two signs of a script without spaces are a word. */
function saysEnough(wanted: string): boolean {
  return (
    wanted.length > 2 ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(wanted)
  );
}

/** True when the letters of `wanted` stand in `name` in this order, the first of them at a word's beginning. */
function inOrder(name: string, wanted: string): boolean {
  const starts = [...name.matchAll(/(?:^|[\s-])(\S)/g)].filter(([, first]) => first === wanted[0]);
  return starts.some(({ index }) => {
    let at = index;
    return [...wanted].every((letter) => (at = name.indexOf(letter, at) + 1) > 0);
  });
}

function folded(text: string): string {
  const { text: comparable }: Folded = fold(text, { accents: 'ignore' });
  return comparable;
}
