import { inOrder, longestName, reservedKeys, type Code } from '@/lib/codebook';
import { cut, fittingName, fittingTime, storable } from './fitting';
import { freeId } from './free-id';
import type { Here } from './here';
import type { Notes } from './notes';

/** Codes that come in new, parents before their children, and the code here that each code of the file is. */
export type CodePlan = { added: Code[]; here: ReadonlyMap<string, string>; joined: number };

type Choices = { join: boolean; keeps: boolean; notes: Notes };

/**
 * From the top down: a code whose parent is the same here and whose name is (but for capitals) is the code here, if it is to
 * join; every other comes in new, under another name where its own is taken.
 */
export function planCodes(come: readonly Code[], here: Here, { join, keeps, notes }: Choices): CodePlan {
  const used = new Set(here.taken);
  const keys = new Set(here.codes.map(({ shortcut }) => shortcut));
  const siblings = Map.groupBy(here.codes, ({ parentId }) => parentId) as Map<string | null, Code[]>;
  const found = new Map<string, string>();
  const added: Code[] = [];
  const before = new Set(here.codes.map(({ id }) => id));
  for (const { code, depth } of inOrder(come)) {
    const parentId = depth === 0 ? null : found.get(code.parentId!)!;
    const near = siblings.get(parentId) ?? [];
    const name = fittingName(code.name, longestName, 'Unnamed code');
    const there = near.find((each) => before.has(each.id) && same(each.name, name));
    if (there && join) {
      found.set(code.id, there.id);
      continue;
    }
    const made = fitting(code, { keys, name: freeName(name, near) });
    const placed = { ...made, id: freeId(code.id, used), parentId, position: keeps ? code.position : after(near) };
    if (made.name !== name) notes.note(`The code “${name}” came in as “${made.name}”, since its name was taken.`);
    if (made.shortcut) keys.add(made.shortcut);
    else if (code.shortcut) notes.note('Shortcuts of codes that are taken or steer the workspace did not come in: #.');
    found.set(code.id, placed.id);
    siblings.set(parentId, [...near, placed]);
    added.push(placed);
  }
  return { added, here: found, joined: found.size - added.length };
}

/** The same with the codes that only the closings of rounds know: they were deleted since, and will be once the import is done. */
export function withFormer(plan: CodePlan, closings: readonly { codes: readonly Code[] }[]): CodePlan {
  const here = new Map(plan.here);
  const used = new Set(here.values());
  for (const { id } of closings.flatMap(({ codes }) => codes)) if (!here.has(id)) here.set(id, freeId(id, used));
  return { ...plan, here };
}

type Given = { keys: ReadonlySet<string | null>; name: string };

/** A code as the codebook's own rules would have it. */
function fitting(code: Code, { keys, name }: Given): Code {
  const shortcut = code.shortcut?.toLowerCase() ?? null;
  const isFree =
    shortcut !== null && /^[\p{L}\p{N}]$/u.test(shortcut) && !reservedKeys.includes(shortcut) && !keys.has(shortcut);
  const [definition, useWhen, avoidWhen] = [code.definition, code.useWhen, code.avoidWhen].map((words) =>
    cut(storable(words), 20_000),
  ) as [string, string, string];
  return {
    ...code,
    ...{
      name,
      definition,
      useWhen,
      avoidWhen,
      shortcut: isFree ? shortcut : null,
      createdAt: fittingTime(code.createdAt),
    },
    color: /^#[0-9a-f]{6}$/.test(code.color) ? code.color : '#868e96',
    examples: code.examples.slice(0, 200).map(({ text, note, counter }) => {
      return { text: cut(storable(text), 5_000), note: cut(storable(note), 2_000), counter };
    }),
  };
}

/** The name, or with a number where a sibling has it. */
function freeName(name: string, near: readonly Code[]): string {
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? '' : ` (${n})`;
    const tried = cut(name, longestName - end.length) + end;
    if (!near.some((each) => same(each.name, tried))) return tried;
  }
}

function after(near: readonly Code[]): number {
  return near.reduce((most, { position }) => Math.max(most, position), -1) + 1;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
