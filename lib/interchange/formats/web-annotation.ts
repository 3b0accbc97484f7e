import { path, pathSeparator } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import { codePointRuler } from '@/lib/text';
import type { Archive } from '../archive';
import { encoded } from '../byte-writer';
import { attributeCell } from '../column';
import type { WritingFormat } from './format';

/** How many code points of context go before and after a quote. */
const context = 32;

/**
 * The W3C's Web Annotation Data Model: one annotation per coding. Places are given twice, by position in Unicode code
 * points (model 4.2.5) and by quote with its context (4.2.4).
 */
export const webAnnotation: WritingFormat = {
  name: 'web-annotations',
  title: 'W3C Web Annotations',
  extension: 'jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
  purpose: 'Every coding as an annotation in JSON-LD, for the web’s own tools and archives.',
  loses: [
    'texts outside the passages',
    'codes and documents without codings',
    'definitions of codes',
    'rounds, with what was settled and said in them, and finished marks',
    'which document is the translation of which',
  ],
  filtered: true,
  async *write(archive) {
    const describe = describer(archive);
    let page: Page | null = null;
    let before = '[\n';
    for await (const batch of archive.codings()) {
      const parts: string[] = [];
      for (const coding of batch) {
        if (page?.id !== coding.documentId) page = await openPage(archive, coding.documentId);
        parts.push(JSON.stringify(describe(coding, page)));
      }
      if (parts.length === 0) continue;
      yield encoded(before + parts.join(',\n'));
      before = ',\n';
    }
    yield encoded(before === ',\n' ? '\n]\n' : '[]\n');
  },
};

type Page = { id: string; source: object; text: string; toCodePoint: (offset: number) => number };

async function openPage(archive: Archive, id: string): Promise<Page> {
  const { text } = await archive.text(id);
  const document = archive.documents.find((each) => each.id === id)!;
  const { toCodePoint } = codePointRuler(text);
  return { id, source: sourceOf(document, archive.attributes), text, toCodePoint };
}

/** The document that a passage is of, with what is said of it, in terms that the context of annotations knows. */
function sourceOf(document: DocumentSummary, attributes: readonly Attribute[]): object {
  const said = attributes.flatMap((attribute) => {
    const value = attributeCell(attribute, document);
    const { key, name } = attribute;
    const about = { 'schema:propertyID': key, 'schema:name': name, 'schema:value': value };
    return value === null ? [] : [{ type: 'schema:PropertyValue', ...about }];
  });
  return {
    id: `urn:uuid:${document.id}`,
    type: 'Text',
    format: 'text/plain',
    ...(document.language && { language: document.language }),
    'dcterms:title': document.title,
    ...(said.length > 0 && { 'schema:additionalProperty': said }),
  };
}

function describer(archive: Archive) {
  const codes = new Map(archive.codes.map((code) => [code.id, code]));
  const coders = new Map(archive.members.map(({ id, name }) => [id, name]));
  return ({ id, codeId, coderId, memo, createdAt, updatedAt, ...place }: Coding, page: Page) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'classifying',
    creator: { id: `urn:uuid:${coderId}`, type: 'Person', name: coders.get(coderId) },
    ...{ created: createdAt, modified: updatedAt },
    body: [
      { type: 'SpecificResource', source: `urn:uuid:${codeId}`, purpose: 'classifying' },
      { type: 'TextualBody', value: path(codes, codeId).join(pathSeparator), purpose: 'tagging' },
      ...(memo === '' ? [] : [{ type: 'TextualBody', value: memo, purpose: 'describing' }]),
    ],
    target: {
      source: page.source,
      selector: selectors(place, page),
    },
  });
}

function selectors({ start, end, quote }: Pick<Coding, 'start' | 'end' | 'quote'>, { text, toCodePoint }: Page) {
  const before = [...text.slice(Math.max(0, start - 2 * context), start).toWellFormed()];
  const after = [...text.slice(end, end + 2 * context).toWellFormed()];
  return [
    { type: 'TextPositionSelector', start: toCodePoint(start), end: toCodePoint(end) },
    {
      type: 'TextQuoteSelector',
      ...{ exact: quote, prefix: before.slice(-context).join(''), suffix: after.slice(0, context).join('') },
    },
  ];
}
