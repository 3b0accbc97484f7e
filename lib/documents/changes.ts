import { z } from 'zod';
import { id, kind, name, parts, whole, words } from '@/lib/log';
import { blockKinds } from '@/lib/text';
import {
  attributeTypes,
  directions,
  fileProperties,
  type Attribute,
  type DocumentsState,
  type DocumentSummary,
} from './document';
import { withSet } from './values';

/** Longest text a document may have, in UTF-16 code units: a book of 1,000,000 words fits. */
export const longestText = 8_000_000;
/** Most documents that one change may describe, or bring in. */
export const mostAtOnce = 20_000;

/** How a language is written: en, fa, zh-Hant (BCP 47, as much of it as is needed). */
export const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const attributes = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/), words(2_000));
const language = z.string().regex(languageTag, 'A language is written like en, fa or ru.').nullable();

/** A block as a reader found it: see `Block` of lib/text. */
const block = z.strictObject({
  kind: z.enum(blockKinds),
  start: z.int().min(0),
  end: z.int().min(1),
  level: z.int().min(1).max(9).optional(),
  speaker: z.string().min(1).max(300).optional(),
});

const added = z.strictObject({
  id,
  title: name(300),
  text: z
    .string()
    .min(1, 'The document has no text.')
    .max(longestText, 'This text is longer than a document may be; please split it.'),
  /** How to cut the text into blocks where none are sent: by blank lines, or by Markdown's marks. */
  format: z.enum(['text', 'markdown']).optional(),
  /** As `readers` found them in a file. They tile the text. */
  blocks: z.array(block).max(500_000).optional(),
  /** Left out: guessed from the text. */
  language: language.optional(),
  direction: z.enum(directions).optional(),
  attributes,
});
const named = { title: name(300), language, direction: z.enum(directions) };
const edited = z.strictObject({ id, set: z.strictObject({ ...named, attributes }).partial() });
const one = z.strictObject({ id });
const ids = z.array(id).min(1).max(mostAtOnce).refine(isSet, 'Name each document once.');
const several = z.strictObject({ ids });
/** Everything that was staged under `importId` (see importing/store.ts). `count` says how much that is. */
const imported = z.strictObject({ importId: id, source: words(300), count: z.int().min(1).max(mostAtOnce) });

/** Several documents described at once: of each what changes, and nothing else of it. A blank takes a value away. */
const described = z.strictObject({
  documents: z
    .array(z.strictObject({ id, set: z.strictObject(named).partial(), values: attributes }))
    .min(1)
    .max(mostAtOnce)
    .refine((documents) => isSet(documents.map(({ id }) => id)), 'Name each document once.'),
});

const attribute = z
  .strictObject({
    id,
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,59}$/, 'A key has lower-case letters, digits and _, and begins with a letter.'),
    name: name(100),
    type: z.enum(attributeTypes),
    options: z.array(name(200)).max(500).refine(isSet, 'Each option can be there only once.'),
    position: z.int().min(0).max(10_000),
    required: z.boolean().optional(),
    labels: z.array(name(100)).max(50).optional(),
    property: z.enum(fileProperties).optional(),
  })
  .refine(
    ({ type, options }) => !type.endsWith('-of') || options.length > 0,
    'An attribute to choose from needs options.',
  )
  .refine(
    ({ type, options }) => type !== 'many-of' || !options.some((option) => option.includes(';')),
    'An option of which several can be chosen cannot hold a semicolon, which stands between them.',
  );

export type DocumentAdded = { document: DocumentSummary };
export type DocumentsImported = { source: string; documents: DocumentSummary[] };
export type DocumentsWithdrawn = z.infer<typeof several>;
export type DocumentEdited = z.infer<typeof edited> & { before: z.infer<typeof edited>['set'] };
export type DocumentsDescribed = z.infer<typeof described> & { before: z.infer<typeof described>['documents'] };
export type AttributeSet = { attribute: Attribute; before: Attribute | null };
export type AttributeRemoved = { id: string; before: Attribute };

/** The changes of documents and of the attributes they carry. The log keeps a text's fingerprint, never the text. */
export const documentChanges = {
  'document.add': kind<z.infer<typeof added>, DocumentAdded, DocumentsState>({
    permission: 'documents:edit',
    body: added,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, documents: state.documents.with(body.document) }),
    touches: ({ document }) => whole('document', document.id),
    invert: ({ document }) => ({ kind: 'document.delete', body: { id: document.id } }),
  }),

  'document.edit': kind<z.infer<typeof edited>, DocumentEdited, DocumentsState>({
    permission: 'documents:edit',
    body: edited,
    subject: everyone,
    apply: (state, { body }) => {
      const document = state.documents.get(body.id);
      return document ? { ...state, documents: state.documents.with({ ...document, ...body.set }) } : state;
    },
    touches: ({ id, set }) => parts('document', id, Object.keys(set)),
    invert: ({ id, before }) => ({ kind: 'document.edit', body: { id, set: before } }),
  }),

  'document.describe': kind<z.infer<typeof described>, DocumentsDescribed, DocumentsState>({
    permission: 'documents:edit',
    body: described,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, documents: body.documents.reduce(describedIn, state.documents) }),
    touches: ({ documents }) =>
      documents.flatMap(({ id, set, values }) =>
        parts('document', id, [...Object.keys(set), ...Object.keys(values).map((key) => `attributes.${key}`)]),
      ),
    invert: ({ before }) => ({ kind: 'document.describe', body: { documents: before } }),
  }),

  'document.delete': kind<z.infer<typeof one>, z.infer<typeof one>, DocumentsState>({
    permission: 'documents:edit',
    body: one,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, documents: state.documents.without(body.id) }),
    touches: ({ id }) => whole('document', id),
    invert: ({ id }) => ({ kind: 'document.restore', body: { id } }),
  }),

  'document.restore': kind<z.infer<typeof one>, DocumentAdded, DocumentsState>({
    permission: 'documents:edit',
    body: one,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, documents: state.documents.with(body.document) }),
    touches: ({ document }) => whole('document', document.id),
    invert: ({ document }) => ({ kind: 'document.delete', body: { id: document.id } }),
  }),

  'document.import': kind<z.infer<typeof imported>, DocumentsImported, DocumentsState>({
    permission: 'documents:edit',
    body: imported,
    subject: everyone,
    apply: (state, { body }) => withAll(state, body.documents),
    touches: ({ documents }) => documents.flatMap(({ id }) => whole('document', id)),
    invert: ({ documents }) => ({ kind: 'document.withdraw', body: { ids: documents.map(({ id }) => id) } }),
  }),

  'document.withdraw': kind<z.infer<typeof several>, DocumentsWithdrawn, DocumentsState>({
    permission: 'documents:edit',
    body: several,
    subject: everyone,
    apply: (state, { body }) => ({
      ...state,
      documents: body.ids.reduce((all, id) => all.without(id), state.documents),
    }),
    touches: ({ ids }) => ids.flatMap((id) => whole('document', id)),
    invert: ({ ids }) => ({ kind: 'document.reinstate', body: { ids } }),
  }),

  'document.reinstate': kind<z.infer<typeof several>, { documents: DocumentSummary[] }, DocumentsState>({
    permission: 'documents:edit',
    body: several,
    subject: everyone,
    apply: (state, { body }) => withAll(state, body.documents),
    touches: ({ documents }) => documents.flatMap(({ id }) => whole('document', id)),
    invert: ({ documents }) => ({ kind: 'document.withdraw', body: { ids: documents.map(({ id }) => id) } }),
  }),

  'attribute.set': kind<z.infer<typeof attribute>, AttributeSet, DocumentsState>({
    permission: 'documents:edit',
    body: attribute,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, attributes: state.attributes.with(body.attribute) }),
    touches: ({ attribute }) => whole('attribute', attribute.id),
    invert: ({ attribute, before }) =>
      before ? { kind: 'attribute.set', body: before } : { kind: 'attribute.remove', body: { id: attribute.id } },
  }),

  'attribute.remove': kind<z.infer<typeof one>, AttributeRemoved, DocumentsState>({
    permission: 'documents:edit',
    body: one,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, attributes: state.attributes.without(body.id) }),
    touches: ({ id }) => whole('attribute', id),
    invert: ({ before }) => ({ kind: 'attribute.set', body: before }),
  }),
};

type Described = z.infer<typeof described>['documents'][number];

function describedIn(
  documents: DocumentsState['documents'],
  { id, set, values }: Described,
): DocumentsState['documents'] {
  const old = documents.get(id);
  return old ? documents.with({ ...old, ...set, attributes: withSet(old.attributes, values) }) : documents;
}

function isSet(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}

function everyone() {
  return null;
}

function withAll(state: DocumentsState, come: readonly DocumentSummary[]): DocumentsState {
  return { ...state, documents: come.reduce((all, each) => all.with(each), state.documents) };
}
