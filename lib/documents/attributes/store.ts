import 'server-only';
import type { z } from 'zod';
import { db, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';
import type { AttributeRemoved, AttributeSet, documentChanges } from '../changes';
import type { Attribute, AttributeType, FileProperty } from '../document';
import { recordFault, valueFault, type Recorded } from '../values';

type Asked<K extends keyof typeof documentChanges> = z.infer<(typeof documentChanges)[K]['body']>;

/** The project's attribute definitions, in their order. */
export async function listAttributes(projectId: string, tx: Tx = db()): Promise<Attribute[]> {
  const rows = await tx.attribute.findMany({ where: { projectId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map(asAttribute);
}

/** Refuses values that do not fit the project's attributes. Ask inside the transaction that stores them. */
export async function refuseUnfit(tx: Tx, projectId: string, records: readonly Recorded[]): Promise<void> {
  const defined = await listAttributes(projectId, tx);
  for (const record of records) {
    const fault = recordFault(record, defined);
    if (fault) throw new Refusal('invalid', fault);
  }
}

export const setAttribute: Perform<Asked<'attribute.set'>, AttributeSet> = async (tx, by, asked) => {
  const { projectId } = by;
  const { id, key, type, required = false, labels = [], property = null } = asked;
  const old = await tx.attribute.findFirst({ where: { projectId, OR: [{ id }, { key }] } });
  if (old && old.id !== id) throw new Refusal('conflict', `There is already an attribute with the key ${key}.`);
  if (old && old.key !== key) throw new Refusal('invalid', 'An attribute keeps its key: exports and filters name it.');
  await refuseMisfits(tx, projectId, asked);
  const data = { ...asked, required, labels, property, type: stored[type] };
  const where = { projectId_id: { projectId, id } };
  const row = await tx.attribute.upsert({ where, create: { projectId, ...data }, update: data });
  return { attribute: asAttribute(row), before: old && asAttribute(old) };
};

export const removeAttribute: Perform<Asked<'attribute.remove'>, AttributeRemoved> = async (tx, by, { id }) => {
  const old = await tx.attribute.findFirst({ where: { projectId: by.projectId, id } });
  if (!old) throw new Refusal('not-found', 'There is no such attribute in this project.');
  await tx.attribute.delete({ where: { projectId_id: { projectId: by.projectId, id } } });
  return { id, before: asAttribute(old) };
};

/** A definition must fit the values that are there, also those that an attribute of the same key left when it was removed. */
async function refuseMisfits(tx: Tx, projectId: string, asked: Asked<'attribute.set'>): Promise<void> {
  const rows = await tx.$queryRaw<{ title: string; value: string }[]>`
    SELECT title, attributes ->> ${asked.key} AS value FROM document
    WHERE project_id = ${projectId}::uuid AND deleted_at IS NULL AND attributes ->> ${asked.key} <> '' ORDER BY title, id`;
  const misfits = rows.filter(({ value }) => valueFault(asked, value) !== null);
  const [first] = misfits;
  if (!first) return;
  const others = misfits.length > 1 ? `, and ${misfits.length - 1} more do not fit either` : '';
  throw new Refusal(
    'conflict',
    `“${asked.name}” of “${first.title}” is “${first.value.slice(0, 80)}”, which would no longer fit${others}. ${valueFault(asked, first.value)} Change what documents say first, or define “${asked.name}” as text.`,
  );
}

/** Prisma's names cannot hold the hyphens of the attribute types. */
const stored = {
  text: 'text',
  number: 'number',
  date: 'date',
  'one-of': 'one_of',
  'many-of': 'many_of',
  language: 'language',
  url: 'url',
} as const satisfies { [T in AttributeType]: string };

type Row = Omit<Required<Attribute>, 'type' | 'property'> & { type: string; property: string | null };

/** What was not asked for is left out, so that a definition of before there was such a thing reads the same. */
function asAttribute({ id, key, name, type, options, position, required, labels, property }: Row): Attribute {
  return {
    ...{ id, key, name, type: type.replace('_', '-') as AttributeType, options, position },
    ...(required && { required }),
    ...(labels.length > 0 && { labels }),
    ...(property !== null && { property: property as FileProperty }),
  };
}
