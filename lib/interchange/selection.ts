import { z } from 'zod';
import { subtree, type Code } from '@/lib/codebook';
import { layers, type Layer } from '@/lib/codings';
import { Refusal } from '@/lib/errors';

/** Which codings somebody wants; an empty list does not narrow. `below` takes in the codes under the chosen ones. */
export type Selection = { codes: string[]; below: boolean; coders: string[]; documents: string[]; layers: Layer[] };

export const everything: Selection = { codes: [], below: true, coders: [], documents: [], layers: [] };

/** How many of a kind an address can name before servers find it too long; whoever wants more wants all. */
export const mostChosen = 100;

const ids = z.array(z.uuid().toLowerCase()).max(mostChosen).default([]);

/** The parameters of an address that chooses codings. */
export const selectionParameters = z.strictObject({
  code: ids.describe('Only codings with this code. May be given again for more, as may those below.'),
  below: z.enum(['yes', 'no']).default('yes').describe('Whether codes under the chosen ones are taken in.'),
  coder: ids.describe('Only codings of this member.'),
  document: ids.describe('Only codings of this document.'),
  layer: z.array(z.enum(layers)).max(layers.length).default([]).describe('Only codings of this layer.'),
});
export type SelectionParameters = z.infer<typeof selectionParameters>;

/** The selection as an address carries it: `code=..&code=..&below=no&coder=..&document=..&layer=..`. */
export function selectionQuery({ codes, below, coders, documents, layers: chosen }: Selection): URLSearchParams {
  const query = new URLSearchParams();
  for (const id of codes) query.append('code', id);
  if (codes.length > 0 && !below) query.set('below', 'no');
  for (const id of coders) query.append('coder', id);
  for (const id of documents) query.append('document', id);
  for (const layer of chosen) query.append('layer', layer);
  return query;
}

/** Reads what `selectionQuery` writes; refuses what is neither an id nor a layer. */
export function readSelection(query: URLSearchParams): Selection {
  const read = selectionParameters.safeParse({
    code: query.getAll('code'),
    below: query.get('below') ?? undefined,
    coder: query.getAll('coder'),
    document: query.getAll('document'),
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
export function selected({ code, below, coder, document, layer }: SelectionParameters): Selection {
  return { codes: code, below: below === 'yes', coders: coder, documents: document, layers: layer };
}

/** The same as the lists that codings are looked up by; a list that does not narrow is left out. */
export function filterOf({ codes, below, coders, documents, layers: chosen }: Selection, codebook: readonly Code[]) {
  const wanted = below ? [...new Set(codes.flatMap((id) => subtree(codebook, id)))] : codes;
  return {
    ...(wanted.length > 0 && { codeIds: wanted }),
    ...(coders.length > 0 && { coderIds: coders }),
    ...(documents.length > 0 && { documentIds: documents }),
    ...(chosen.length > 0 && { layers: chosen as string[] }),
  };
}
