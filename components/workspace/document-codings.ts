import type { Coding, Layer } from '@/lib/codings';
import type { Table } from '@/lib/log';
import { compareSpans, IntervalIndex, type Span } from '@/lib/text';

/** The codings of one document, ready to be asked: which lie here, how often is each code used, who took part. */
export type DocumentCodings = {
  documentId: string;
  table: Table<Coding>;
  index: IntervalIndex<Coding>;
  codes: ReadonlyMap<string, number>;
  coders: ReadonlyMap<string, number>;
  layers: ReadonlyMap<Layer, number>;
};

/** Gathers a document's codings. */
export function gather(documentId: string, table: Table<Coding>): DocumentCodings {
  const own = [...table.values()].filter((coding) => coding.documentId === documentId).sort(compareSpans);
  return {
    documentId,
    table,
    index: new IntervalIndex(own),
    codes: tally(own.map(({ codeId }) => codeId)),
    coders: tally(own.map(({ coderId }) => coderId)),
    layers: tally(own.map(({ layer }) => layer)),
  };
}

/**
 * The same after changes: costs as much as what changed, not as much as there is. The index is carried over and brought
 * up to date in place; doing that twice is doing it once.
 */
export function advance(before: DocumentCodings, table: Table<Coding>): DocumentCodings {
  const { documentId, index } = before;
  const gone: Coding[] = [];
  const come: Coding[] = [];
  for (const id of table.changedIds(before.table)) {
    const [was, is] = [before.table.get(id), table.get(id)];
    if (was?.documentId === documentId) gone.push(was);
    if (is?.documentId === documentId) come.push(is);
  }
  if (come.length + gone.length > many) return gather(documentId, table);
  const kept = new Set(come.map(({ id }) => id));
  for (const { id } of gone) if (!kept.has(id)) index.remove(id);
  for (const coding of come) index.put(coding);
  const counted = <Key>(counts: ReadonlyMap<Key, number>, key: (coding: Coding) => Key) =>
    recount(counts, { gone: gone.map(key), come: come.map(key) });
  return {
    documentId,
    table,
    index,
    codes: counted(before.codes, ({ codeId }) => codeId),
    coders: counted(before.coders, ({ coderId }) => coderId),
    layers: counted(before.layers, ({ layer }) => layer),
  };
}

/** From so many changes on, as where a document's codings have just been read, gathering them anew is quicker. */
const many = 500;

/** The codings that share a character with the span, in reading order; an empty span asks about its place. */
export function codingsAt({ index }: DocumentCodings, { start, end }: Span): Coding[] {
  return index.within({ start, end: Math.max(end, start + 1) }).sort(compareSpans);
}

function tally<Key>(keys: Key[]): Map<Key, number> {
  return recount(new Map(), { gone: [], come: keys });
}

function recount<Key>(
  counts: ReadonlyMap<Key, number>,
  { gone, come }: { gone: Key[]; come: Key[] },
): Map<Key, number> {
  const result = new Map(counts);
  for (const key of come) result.set(key, (result.get(key) ?? 0) + 1);
  for (const key of gone) result.set(key, (result.get(key) ?? 0) - 1);
  for (const key of gone) if (result.get(key) === 0) result.delete(key);
  return result;
}
