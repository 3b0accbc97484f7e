import type { Change } from '@/lib/log';
import { meaning, type Code } from './code';

type Meaning = (typeof meaning)[number];

/** One field of a code's meaning, before and after. */
export type MeaningChange = { [F in Meaning]: { field: F; before: Code[F]; after: Code[F] } }[Meaning];

/** One version of a code: the codebook version that it came with, who made it when, why, and what was said anew. */
export type CodeVersion = {
  version: number;
  at: string;
  actorId: string;
  /** What whoever changed it left for the coders; may be empty. */
  note: string;
  /** How it came about. A merge, and its undoing, can give a code the rules of another. */
  by: 'adding' | 'editing' | 'undoing' | 'merging' | 'parting';
  changed: MeaningChange[];
};

/**
 * The versions of one code, newest first, from the changes of the codebook that name it, oldest first. What changes only
 * its looks or its place makes no version, and neither do deletion and return.
 */
export function versionsOf(id: string, changes: readonly Change[]): CodeVersion[] {
  const versions: CodeVersion[] = [];
  let now: Code | null = null;
  for (const change of changes) {
    const next = after(now, id, change);
    if (next && next.version !== now?.version) versions.push(versionBy(change, now, next));
    now = next;
  }
  return versions.reverse();
}

type Body = {
  id: string;
  code: Code;
  codes: Code[];
  set: Partial<Code>;
  version: number | null;
  from: Code;
  into: Code;
  note?: string;
};

/** The code after a change of the codebook; the same where the change is about another one. */
function after(now: Code | null, id: string, { kind, body }: Change): Code | null {
  const said = body as Body;
  if (kind === 'code.add') return said.code.id === id ? said.code : now;
  if (kind === 'code.restore') return said.codes.find((code) => code.id === id) ?? now;
  if (kind === 'code.merge' || kind === 'code.unmerge') {
    return [said.into, said.from].find((code) => code.id === id) ?? now;
  }
  if (kind !== 'code.edit' || said.id !== id || now === null) return now;
  return { ...now, ...said.set, version: said.version ?? now.version };
}

const causes: Record<string, CodeVersion['by']> = {
  'code.add': 'adding',
  'code.merge': 'merging',
  'code.unmerge': 'parting',
};

function versionBy({ kind, at, actorId, undoes, body }: Change, before: Code | null, code: Code): CodeVersion {
  const { note = '' } = body as Body;
  const by = causes[kind] ?? (undoes === null ? 'editing' : 'undoing');
  const fields =
    before === null ? [] : meaning.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(code[field]));
  const changed = fields.map((field) => ({ field, before: before![field], after: code[field] }) as MeaningChange);
  return { version: code.version, at, actorId, note, by, changed };
}
