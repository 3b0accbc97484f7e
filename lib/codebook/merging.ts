import type { Table } from '@/lib/log';
import { meaning, type Code } from './code';

/** What somebody who merges codes chooses: whether the code that stays takes over the rules, and the examples, of the other. */
export type MergeChoices = { rules: boolean; examples: boolean };

/** Where a code stands: what a merge changes of the children, and what taking it back restores. */
export type Standing = { id: string; parentId: string | null; position: number };

/**
 * The code that stays once another was merged into it: its own name, colour, key and place. With `rules` the other's
 * definition and rules follow its own after an empty line, with `examples` so do the other's examples, each once.
 */
export function absorbed(into: Code, from: Code, { rules, examples }: MergeChoices): Code {
  const words = (field: 'definition' | 'useWhen' | 'avoidWhen') =>
    rules ? joinedWords(into[field], from[field]) : into[field];
  const shown = new Set(into.examples.map((example) => JSON.stringify(example)));
  const added = examples ? from.examples.filter((example) => !shown.has(JSON.stringify(example))) : [];
  return {
    ...into,
    definition: words('definition'),
    useWhen: words('useWhen'),
    avoidWhen: words('avoidWhen'),
    examples: [...into.examples, ...added],
  };
}

/** Two texts as one: the second after an empty line, unless one of them says nothing or both say the same. */
export function joinedWords(first: string, second: string): string {
  if (second === '' || first === second) return first;
  return first === '' ? second : `${first}\n\n${second}`;
}

/** The code that had absorbed another, as it was before, except for what somebody changed since. */
export function released(now: Code, { before, after }: { before: Code; after: Code }): Code {
  const untouched = meaning.filter((field) => JSON.stringify(now[field]) === JSON.stringify(after[field]));
  return { ...now, ...Object.fromEntries(untouched.map((field) => [field, before[field]])) };
}

/** The children of `from` as they stand under `into`: in their order, behind the children it has. */
export function adopted(codes: Iterable<Code>, from: Code, into: Code): Standing[] {
  const all = [...codes];
  const last = Math.max(-1, ...all.filter(({ parentId }) => parentId === into.id).map(({ position }) => position));
  const children = all.filter(({ parentId }) => parentId === from.id);
  children.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return children.map(({ id }, index) => ({ id, parentId: into.id, position: last + 1 + index }));
}

/** The codebook with some codes standing elsewhere. */
export function stood(codes: Table<Code>, places: readonly Standing[]): Table<Code> {
  return places.reduce((table, { id, parentId, position }) => {
    const code = table.get(id);
    return code ? table.with({ ...code, parentId, position }) : table;
  }, codes);
}
