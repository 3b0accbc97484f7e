import { z } from 'zod';
import { roles } from '@/lib/access';
import type { Code } from '@/lib/codebook';
import { layers, type Coding, type FinishedMark } from '@/lib/codings';
import { attributeTypes, directions, fileProperties, type Attribute, type DocumentSummary, type Pair } from '@/lib/documents';
import { coderAttributeTypes, type CoderAttribute, type Member } from '@/lib/projects';
import type { Comment, Round, Settlement } from '@/lib/rounds';
import type { Block } from '@/lib/text';
import type { Archive } from './archive';
import type { Closing } from './closing';

/**
 * What lies in an archive file: lists as JSON, one text and its blocks per document (numbered as in `documents.json`,
 * from 1), the codings as one line of JSON each, and for each closed round (numbered as in `rounds.json`) how things stood
 * when it closed. `docs/formats.md` describes it for people.
 */
export const archiveFile = {
  about: 'concord.json',
  members: 'members.json',
  coderAttributes: 'coder-attributes.json',
  attributes: 'attributes.json',
  documents: 'documents.json',
  pairs: 'pairs.json',
  codes: 'codes.json',
  finished: 'finished.json',
  rounds: 'rounds.json',
  settlements: 'settlements.json',
  comments: 'comments.json',
  codings: 'codings.jsonl',
  text: (index: number) => `texts/${index + 1}.txt`,
  blocks: (index: number) => `texts/${index + 1}.blocks.json`,
  closing: (index: number) => `rounds/${index + 1}.json`,
  closingCodings: (index: number) => `rounds/${index + 1}.codings.jsonl`,
} as const;

/**
 * Raised when a file is written that older readers would misread, or read without what they do not know. 1 had no
 * settlements, no comments, and nothing of how things stood when rounds closed.
 */
export const archiveVersion = 2;

const words = z
  .string()
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'holds a character that no text may hold');
const id = words.min(1).max(200);
/** No number in an archive is greater than a column of the database holds. */
const place = z.int().min(0).max(2_147_483_647);

export const aboutSchema = z.strictObject({
  format: z.literal('concord-archive'),
  version: z.int(),
  project: z.strictObject({ id, title: words, description: words }) satisfies z.ZodType<Archive['project']>,
  /** Missing in archives of version 1. */
  codebookVersion: place.exactOptional(),
});

export const membersSchema = z.array(
  z.strictObject({
    ...{ id, name: words, role: z.enum(roles), shade: place, removed: z.boolean() },
    attributes: z.record(words, words),
    placeholder: z.literal(true).exactOptional(),
  }),
) satisfies z.ZodType<Member[]>;

export const coderAttributesSchema = z.array(
  z.strictObject({
    ...{ id, key: words, name: words, type: z.enum(coderAttributeTypes) },
    ...{ options: z.array(words), position: place },
  }),
) satisfies z.ZodType<CoderAttribute[]>;

export const attributesSchema = z.array(
  z.strictObject({
    ...{ id, key: words, name: words, type: z.enum(attributeTypes) },
    ...{ options: z.array(words), position: place, required: z.boolean().exactOptional() },
    ...{ labels: z.array(words).exactOptional(), property: z.enum(fileProperties).exactOptional() },
  }),
) satisfies z.ZodType<Attribute[]>;

export const documentsSchema = z.array(
  z.strictObject({
    ...{ id, title: words, language: words.nullable(), direction: z.enum(directions) },
    ...{ attributes: z.record(words, words), length: place, sha256: words, createdAt: words },
  }),
) satisfies z.ZodType<DocumentSummary[]>;

export const blocksSchema = z.array(
  z.strictObject({
    kind: z.enum(['heading', 'paragraph', 'list-item', 'quote', 'table-cell', 'speaker-turn']),
    ...{ start: place, end: place, level: place.exactOptional(), speaker: words.exactOptional() },
  }),
) satisfies z.ZodType<Block[]>;

export const pairsSchema = z.array(
  z.strictObject({
    ...{ id, originalId: id, translationId: id },
    anchors: z.array(z.strictObject({ original: place, translation: place })),
  }),
) satisfies z.ZodType<Pair[]>;

const example = z.strictObject({ text: words, note: words, counter: z.boolean() });

export const codesSchema = z.array(
  z.strictObject({
    ...{ id, parentId: id.nullable(), position: place, name: words, color: z.string().regex(/^#[0-9a-f]{6}$/) },
    ...{ shortcut: words.nullable(), definition: words, useWhen: words, avoidWhen: words },
    ...{ examples: z.array(example), version: place, createdAt: words, archived: z.boolean() },
  }),
) satisfies z.ZodType<Code[]>;

export const finishedSchema = z.array(
  z.strictObject({ id: words, documentId: id, coderId: id, at: words, codebookVersion: place }),
) satisfies z.ZodType<FinishedMark[]>;

const seed = z.int();
const stratum = z.strictObject({ value: words, of: place, drawn: place });
const drawn = z.strictObject({ seed, size: place, by: words.nullable(), fresh: z.boolean(), strata: z.array(stratum) });

/** Archives of the time before documents could be drawn and dealt say nothing of it. */
export const roundsSchema = z.array(
  z.strictObject({
    ...{ id, title: words, documentIds: z.array(id), coderIds: z.array(id), codebookVersion: place },
    ...{ openedAt: words, closedAt: words.nullable(), reason: words },
    ...{ sample: drawn.nullable().default(null), assigned: z.record(id, z.array(id)).nullable().default(null) },
    dealt: z.strictObject({ perDocument: place, seed }).nullable().default(null),
  }),
) satisfies z.ZodType<Round[]>;

export const codingSchema = z.strictObject({
  ...{ id, documentId: id, codeId: id, coderId: id, layer: z.enum(layers) },
  ...{ start: place, end: place, quote: words, memo: words, codebookVersion: place },
  ...{ createdAt: words, updatedAt: words },
}) satisfies z.ZodType<Coding>;

/** A passage of a round. */
const passage = { id, roundId: id, documentId: id, start: place, end: place };

export const settlementsSchema = z.array(
  z.strictObject({
    ...{ ...passage, adjudicatorId: id, reason: words, codingIds: z.array(id), at: words },
    withdrawn: z.literal(false),
  }),
) satisfies z.ZodType<Settlement[]>;

export const commentsSchema = z.array(
  z.strictObject({
    ...{ ...passage, authorId: id, text: words, mentions: z.array(id), at: words, editedAt: words.nullable() },
    removed: z.literal(false),
  }),
) satisfies z.ZodType<Comment[]>;

/** Its codings have a file of their own, of which each line fits `codingSchema`. */
export const closingSchema = z.strictObject({
  ...{ codebookVersion: place, documents: z.array(z.strictObject({ id, title: words })) },
  ...{ finished: finishedSchema, codes: codesSchema },
}) satisfies z.ZodType<Omit<Closing, 'roundId' | 'codings'>>;
