import { indexAmongSiblings, subtree, type Code } from '@/lib/codebook';
import type { Table } from '@/lib/log';

/** Where a code goes: under which parent, and how many of its new siblings stand before it. */
export type Place = { parentId: string | null; index: number };

export type Direction = 'up' | 'down' | 'in' | 'out';

/** With Alt, these keys move the code itself. */
export const moveKeys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The part of a row that something is dropped on. */
export type Zone = 'before' | 'inside' | 'after';

/**
 * Where a step takes a code, or null where there is nowhere to go. `shown` are the ids in sight: a step goes past the
 * next code that people see, also where archived ones stand between.
 */
export function stepped(
  codes: Table<Code>,
  by: { id: string; direction: Direction; shown: ReadonlySet<string> },
): Place | null {
  const code = codes.get(by.id);
  if (!code) return null;
  const siblings = childrenOf(codes, code.parentId).filter((each) => each.id === code.id || by.shown.has(each.id));
  const at = siblings.findIndex((each) => each.id === code.id);
  if (by.direction === 'up') return beside(codes, code, { other: siblings[at - 1], after: false });
  if (by.direction === 'down') return beside(codes, code, { other: siblings[at + 1], after: true });
  if (by.direction === 'out') return beside(codes, code, { other: codes.get(code.parentId ?? ''), after: true });
  const parent = siblings[at - 1];
  return parent ? { parentId: parent.id, index: childrenOf(codes, parent.id).length } : null;
}

/** Where a dropped code goes; null on itself, below itself, and where it stands already. */
export function dropped(codes: Table<Code>, by: { id: string; over: string; zone: Zone }): Place | null {
  const [code, over] = [codes.get(by.id), codes.get(by.over)];
  if (!code || !over || subtree(codes.values(), code.id).includes(over.id)) return null;
  const children = childrenOf(codes, over.id).filter((each) => each.id !== code.id);
  if (by.zone === 'inside') return unlessThere(codes, code, { parentId: over.id, index: children.length });
  const place = beside(codes, code, { other: over, after: by.zone === 'after' });
  return place && unlessThere(codes, code, place);
}

/** The place of a code as people say it: "2 of 5 under “Blame”". */
export function placeInWords(codes: Table<Code>, code: Code): string {
  const siblings = childrenOf(codes, code.parentId);
  const parent = code.parentId ? codes.get(code.parentId) : undefined;
  const where = parent ? `under “${parent.name}”` : 'at the top level';
  return `${siblings.findIndex((each) => each.id === code.id) + 1} of ${siblings.length} ${where}`;
}

type Beside = { other: Code | undefined; after: boolean };

/** Counted among the siblings without the code itself, as `code.move` does. */
function beside(codes: Table<Code>, code: Code, { other, after }: Beside): Place | null {
  if (!other) return null;
  const others = childrenOf(codes, other.parentId).filter((each) => each.id !== code.id);
  return { parentId: other.parentId, index: others.findIndex((each) => each.id === other.id) + (after ? 1 : 0) };
}

function unlessThere(codes: Table<Code>, code: Code, place: Place): Place | null {
  const stays = place.parentId === code.parentId && place.index === indexAmongSiblings(codes.values(), code);
  return stays ? null : place;
}

function childrenOf(codes: Table<Code>, parentId: string | null): Code[] {
  const children = [...codes.values()].filter((code) => code.parentId === parentId);
  return children.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}
