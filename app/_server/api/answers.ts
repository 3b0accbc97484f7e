import 'server-only';
import { z } from 'zod';
import { roles, tokenScopes } from '@/lib/access';
import { layers } from '@/lib/codings';
import { attributeTypes, directions, fileProperties } from '@/lib/documents';
import { refusalCodes } from '@/lib/errors';
import { coderAttributeTypes } from '@/lib/projects';
import { blockKinds } from '@/lib/text';

/** The schemas that have a name in the description, where others refer to them by it. */
export const named = z.registry<{ id: string }>();

const id = z.uuid();
const time = z.iso.datetime();
const values = z
  .record(z.string(), z.string())
  .describe('Values by the key of an attribute; a missing key is a missing value.');

const token = z.strictObject({ id, name: z.string(), scope: z.enum(tokenScopes), expiresAt: time });

/** The one project that a token opens, and what the token is. */
export const projects = z
  .strictObject({
    token,
    projects: z.array(z.strictObject({ id, title: z.string(), description: z.string(), role: z.enum(roles) })),
  })
  .register(named, { id: 'Projects' });

const fieldOf = <Types extends readonly [string, ...string[]]>(types: Types) =>
  z.strictObject({
    id,
    key: z.string().describe('What columns and values call it. Never changes.'),
    name: z.string(),
    type: z.enum(types),
    options: z.array(z.string()).describe('The choices of one-of and many-of.'),
    position: z.int(),
  });

const documentField = fieldOf(attributeTypes).extend({
  required: z.boolean().optional().describe('No document comes in without a value.'),
  labels: z.array(z.string()).optional().describe('What stands before the value at the top of a text.'),
  property: z
    .enum(fileProperties)
    .optional()
    .describe('The property of an imported file that the value is taken from.'),
});

const member = z
  .strictObject({
    id,
    name: z.string(),
    role: z.enum(roles),
    removed: z.boolean().describe('No longer a member; their codings stay under their name.'),
    attributes: values,
  })
  .register(named, { id: 'Member' });

export const project = z
  .strictObject({
    id,
    title: z.string(),
    description: z.string(),
    codebookVersion: z.int(),
    codersEditDocuments: z.boolean(),
    codersEditCodebook: z.boolean(),
    you: z.strictObject({ userId: id, role: z.enum(roles) }),
    members: z.array(member),
    attributes: z.array(documentField).describe('What describes documents.'),
    coderAttributes: z.array(fieldOf(coderAttributeTypes)).describe('What describes coders.'),
  })
  .register(named, { id: 'Project' });

const summary = {
  id,
  title: z.string(),
  language: z.string().nullable().describe('BCP 47.'),
  direction: z.enum(directions),
  attributes: values,
  length: z.int().describe('Length of the text in UTF-16 code units.'),
  sha256: z.string().describe('SHA-256 of the text in UTF-8.'),
  createdAt: time,
};

export const documents = z
  .strictObject({ documents: z.array(z.strictObject(summary).register(named, { id: 'DocumentSummary' })) })
  .register(named, { id: 'Documents' });

const block = z.strictObject({
  kind: z.enum(blockKinds),
  start: z.int(),
  end: z.int(),
  level: z.int().optional(),
  speaker: z.string().optional(),
});

export const document = z
  .strictObject({ ...summary, text: z.string(), blocks: z.array(block).describe('They tile the text.') })
  .register(named, { id: 'Document' });

const example = z.strictObject({ text: z.string(), note: z.string(), counter: z.boolean() });
const code = z
  .strictObject({
    id,
    parentId: id.nullable(),
    position: z.int().describe('Order among siblings.'),
    name: z.string(),
    color: z.string(),
    shortcut: z.string().nullable(),
    definition: z.string(),
    useWhen: z.string(),
    avoidWhen: z.string(),
    examples: z.array(example).describe('Those with `counter` show where not to use the code.'),
    version: z.int().describe('Codebook version in which its meaning last changed.'),
    createdAt: time,
    archived: z.boolean(),
  })
  .register(named, { id: 'Code' });

export const codes = z.strictObject({ codes: z.array(code) }).register(named, { id: 'Codes' });

const coding = z
  .strictObject({
    id,
    documentId: id,
    codeId: id,
    coderId: id,
    layer: z.enum(layers),
    start: z.int().describe('Where it begins, in UTF-16 code units of the text.'),
    end: z.int().describe('Where it ends; not included.'),
    quote: z.string(),
    memo: z.string().describe('Markdown.'),
    codebookVersion: z.int(),
    createdAt: time,
    updatedAt: time,
  })
  .register(named, { id: 'Coding' });

export const codings = z
  .strictObject({
    codings: z.array(coding),
    next: id.nullable().describe('What to send as `after` for the next page; null on the last.'),
  })
  .register(named, { id: 'Codings' });

const stratum = z.strictObject({ value: z.string(), of: z.int(), drawn: z.int() });
const sample = z.strictObject({
  seed: z.int(),
  size: z.int(),
  by: z.string().nullable(),
  fresh: z.boolean(),
  strata: z.array(stratum),
});
const round = z
  .strictObject({
    id,
    title: z.string(),
    documentIds: z.array(id),
    coderIds: z.array(id),
    codebookVersion: z.int(),
    openedAt: time,
    closedAt: time.nullable().describe('Null while it is open: then others’ codings on its documents are sealed.'),
    reason: z.string(),
    sample: sample.nullable().describe('How its documents were drawn; null where somebody chose them.'),
    dealt: z.strictObject({ perDocument: z.int(), seed: z.int() }).nullable(),
    assigned: z.record(id, z.array(id)).nullable().describe('Who codes which document; null where everyone codes all.'),
  })
  .register(named, { id: 'Round' });

export const rounds = z.strictObject({ rounds: z.array(round) }).register(named, { id: 'Rounds' });

const file = z.strictObject({
  file: z.string().describe('What stands last in its address.'),
  title: z.string(),
  mediaType: z.string(),
  purpose: z.string(),
  loses: z.array(z.string()).describe('What of a project is not in it.'),
  filtered: z.boolean().describe('Whether the choice of codings decides what is in it.'),
});

export const files = z.strictObject({ files: z.array(file) }).register(named, { id: 'Files' });

const change = z.strictObject({
  id,
  kind: z.string(),
  actorId: id,
  at: time,
  body: z.unknown().describe('What was asked and what it replaced.'),
  undoes: id.nullable(),
  step: id.nullable(),
});
const refused = z.strictObject({ code: z.enum(refusalCodes), message: z.string() });

export const changed = z
  .array(
    z.union([
      z.strictObject({ id, change, cursor: z.string() }),
      z.strictObject({ id, refused: refused.describe('Why nothing was done.') }),
    ]),
  )
  .describe('An answer per change, in the same order.')
  .register(named, { id: 'Changed' });
