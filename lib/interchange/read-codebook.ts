import type { Code } from '@/lib/codebook';
import { Refusal } from '@/lib/errors';
import { dottedPaths, pathOf } from './code-paths';
import { Draft } from './draft';
import { bareName, type Incoming, type Reading } from './incoming';
import { columnOf, isCalledTable, readTable, type ReadTable } from './read-table';
import { colorOf } from './refi/read-codes';

/** A codebook as a table: Concord's own, Taguette's (tag, description) or MAXQDA's (Code, Memo). */
export async function readCodebook(incoming: Incoming): Promise<Reading> {
  const table = await readTable(incoming);
  if (!isCodebook(table)) {
    throw new Refusal('unreadable', 'This table has no column with the names of codes (code, tag, name or path).');
  }
  const draft = new Draft(bareName(incoming.name));
  if (columnOf(table, ['code_id']) >= 0) readOwn(draft, table);
  else readOthers(draft, table);
  if (table.guessed) draft.note(`The encoding was guessed to be ${table.guessed}; look at the letters.`);
  return draft.reading();
}

export async function looksLikeCodebook(incoming: Incoming): Promise<boolean> {
  try {
    return isCalledTable(incoming) && isCodebook(await readTable(incoming));
  } catch {
    return false;
  }
}

const nameColumns = ['path', 'code', 'tag', 'name'];
const quoteColumns = ['quote', 'content', 'segment', 'coded', 'document_id', 'document'];

function isCodebook(table: ReadTable): boolean {
  return columnOf(table, nameColumns) >= 0 && columnOf(table, quoteColumns) < 0;
}

/** Rows of Concord's own table: parents stand before their children. */
function readOwn(draft: Draft, table: ReadTable): void {
  const at = (name: string) => columnOf(table, [name]);
  const [id, parent, name] = [at('code_id'), at('parent_id'), at('code')];
  const ids = new Map<string, string>();
  for (const row of table.rows) {
    const cell = (column: string) => row[at(column)] ?? '';
    const above = row[parent] ?? '';
    const parentId = above === '' ? null : (ids.get(above) ?? missing(above));
    const rules = { definition: cell('definition'), useWhen: cell('use_when'), avoidWhen: cell('avoid_when') };
    const key = row[id]!;
    ids.set(
      key,
      draft.code(key, row[name] ?? '', {
        parentId,
        ...withColor(draft, cell('color')),
        ...rules,
        shortcut: cell('shortcut') || null,
      }),
    );
  }
}

function readOthers(draft: Draft, table: ReadTable): void {
  const [name, description, color] = [
    nameColumns,
    ['description', 'definition', 'memo', 'comment'],
    ['color', 'colour'],
  ].map((names) => columnOf(table, names)) as [number, number, number];
  const isTag = table.header[name]!.toLowerCase() !== 'code';
  const dotted = dottedPaths(table.rows.map((row) => row[name]!));
  for (const row of table.rows.filter((each) => each[name]!.trim() !== '')) {
    const path = isTag ? dotted(row[name]!) : pathOf(row[name]!);
    const id = draft.codeAt(path);
    draft.describe(id, { definition: row[description] ?? '', ...withColor(draft, row[color] ?? '') });
  }
}

function withColor(draft: Draft, raw: string): Partial<Pick<Code, 'color'>> {
  const color = colorOf(draft, raw);
  return color ? { color } : {};
}

function missing(id: string): never {
  throw new Refusal('unreadable', `A code stands below ${id}, which does not come before it in the table.`);
}
