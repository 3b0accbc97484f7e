import { z } from 'zod';
import { subtree, type Code } from '@/lib/codebook';
import { layers, type Layer } from '@/lib/codings';
import {
  documentFilter,
  filterTerms,
  isNarrowed,
  wanted,
  type Attribute,
  type DocumentFilter,
  type DocumentSummary,
} from '@/lib/documents';
import { Refusal } from '@/lib/errors';

/** Which codings somebody wants; an empty list does not narrow. `below` takes in the codes under the chosen ones. */
export type Selection = {
  codes: string[];
  below: boolean;
  coders: string[];
  documents: string[];
  /** Of documents that say this of themselves. */
  where: DocumentFilter;
  layers: Layer[];
};

export const everything: Selection = { codes: [], below: true, coders: [], documents: [], where: {}, layers: [] };

/** How many of a kind an address can name before servers find it too long; whoever wants more wants all. */
export const mostChosen = 100;

const ids = z.array(z.uuid().toLowerCase()).max(mostChosen).default([]);

/** What documents must say of themselves, as an address carries it. */
export const whereParameter = z
  .array(
    z
      .string()
      .max(2_100)
      .regex(/^[a-z][a-z0-9_]*:/, 'Write the key of an attribute, a colon and a value.'),
  )
  .max(mostChosen)
  .default([])
  .describe(
    'Only documents that say this of themselves: `key:value` by the key of an attribute, or `language:fa`; `key:from..to` for numbers and dates, either end left out; `key:` for documents without a value. Of values of one key any will do, of different keys all must hold.',
  );

/** The parameters of an address that chooses codings. */
export const selectionParameters = z.strictObject({
  code: ids.describe('Only codings with this code. May be given again for more, as may those below.'),
  below: z.enum(['yes', 'no']).default('yes').describe('Whether codes under the chosen ones are taken in.'),
  coder: ids.describe('Only codings of this member.'),
  document: ids.describe('Only codings of this document.'),
  where: whereParameter,
  layer: z.array(z.enum(layers)).max(layers.length).default([]).describe('Only codings of this layer.'),
});
export type SelectionParameters = z.infer<typeof selectionParameters>;

/** The selection as an address carries it: `code=..&code=..&below=no&coder=..&document=..&where=..&layer=..`. */
export function selectionQuery({ codes, below, coders, documents, where, layers: chosen }: Selection): URLSearchParams {
  const query = new URLSearchParams();
  for (const id of codes) query.append('code', id);
  if (codes.length > 0 && !below) query.set('below', 'no');
  for (const id of coders) query.append('coder', id);
  for (const id of documents) query.append('document', id);
  for (const term of filterTerms(where)) query.append('where', term);
  for (const layer of chosen) query.append('layer', layer);
  return query;
}

/** Reads what `selectionQuery` writes; refuses what is no such thing. */
export function readSelection(query: URLSearchParams): Selection {
  const read = selectionParameters.safeParse({
    code: query.getAll('code'),
    below: query.get('below') ?? undefined,
    coder: query.getAll('coder'),
    document: query.getAll('document'),
    where: query.getAll('where'),
    layer: query.getAll('layer'),
  });
  if (read.success) return selected(read.data);
  const part = String(read.error.issues[0]?.path[0] ?? 'address');
  throw new Refusal(
    'invalid',
    `The choice of ${part} in this address cannot be read. Choose again on the export page.`,
  );
}

/** The selection that parameters make, once they are read. */
export function selected({ code, below, coder, document, where, layer }: SelectionParameters): Selection {
  return {
    ...{ codes: code, below: below === 'yes', coders: coder, documents: document },
    ...{ where: documentFilter(where), layers: layer },
  };
}

/** What is looked up to tell which codings a selection means. */
export type About = { codes: readonly Code[]; attributes: readonly Attribute[]; documents: readonly DocumentSummary[] };

/** The same as the lists that codings are looked up by; a list that does not narrow is left out. */
export function filterOf({ codes, below, coders, documents, where, layers: chosen }: Selection, about: About) {
  const codeIds = below ? [...new Set(codes.flatMap((id) => subtree(about.codes, id)))] : codes;
  const said = isNarrowed(where) ? new Set(wanted(about.documents, where, about.attributes).map(({ id }) => id)) : null;
  const listed = said && documents.length > 0 ? documents.filter((id) => said.has(id)) : [...(said ?? documents)];
  return {
    ...(codeIds.length > 0 && { codeIds }),
    ...(coders.length > 0 && { coderIds: coders }),
    ...((said || listed.length > 0) && { documentIds: listed }),
    ...(chosen.length > 0 && { layers: chosen as string[] }),
  };
}
