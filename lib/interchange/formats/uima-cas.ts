import { Refusal } from '@/lib/errors';
import { decoded } from '../decoded';
import { Draft } from '../draft';
import { bareName, unpacked, type Incoming } from '../incoming';
import { isObject, jsonValues, textOf, type JsonObject } from '../json-values';
import { readXml } from '../xml-read';
import type { Format } from './format';
import { beginning } from './refi-project';

/** UIMA's CAS as JSON or XMI: what INCEpTION and its kin exchange. Positions are UTF-16 code units, as Java counts. */
export const uimaCas: Format = {
  name: 'uima-cas',
  title: 'UIMA CAS (JSON or XMI)',
  extension: 'xmi',
  mediaType: 'application/xml; charset=utf-8',
  purpose: 'Annotated texts from INCEpTION and other programs that build on UIMA, as CAS JSON 0.4 or XMI 1.0.',
  loses: ['relations between annotations', 'tokens, sentences and lemmas', 'definitions of types', 'who annotated'],
  filtered: false,
  async read(incoming) {
    const draft = new Draft(bareName(incoming.name));
    for (const { path, items } of await casOf(incoming)) readCas(draft, items, path);
    return draft.reading();
  },
  async recognises(incoming) {
    const { files } = await unpacked(incoming);
    return [...files.values()].some(isCas);
  },
};

/** A feature structure: its type, and its features as words. */
type Item = { type: string; values: ReadonlyMap<string, string> };

function isCas(bytes: Uint8Array): boolean {
  const begins = beginning(bytes);
  return /<(\w+:)?XMI[\s>]/.test(begins) || (/^\s*\{/.test(begins) && /"%(TYPES|FEATURE_STRUCTURES)"/.test(begins));
}

async function casOf(incoming: Incoming): Promise<{ path: string; items: Item[] }[]> {
  const { files } = await unpacked(incoming);
  const found = [...files].filter(([, bytes]) => isCas(bytes));
  if (found.length === 0) throw new Refusal('unreadable', 'This is neither CAS JSON nor XMI.');
  return found.map(([path, bytes]) => ({
    path,
    items: /^\s*\{/.test(beginning(bytes)) ? fromJson(bytes, path) : fromXmi(bytes, path),
  }));
}

function fromJson(bytes: Uint8Array, path: string): Item[] {
  const [cas] = jsonValues(decoded(bytes, path), path);
  const listed = isObject(cas) ? cas['%FEATURE_STRUCTURES'] : null;
  const structures = Array.isArray(listed) ? listed : isObject(listed) ? Object.values(listed) : [];
  return structures
    .filter(isObject)
    .map((structure) => ({ type: textOf(structure['%TYPE']), values: featuresOf(structure) }));
}

function featuresOf(structure: JsonObject): Map<string, string> {
  return new Map(Object.entries(structure).map(([name, value]) => [name.replace(/^@/, ''), textOf(value)]));
}

function fromXmi(bytes: Uint8Array, path: string): Item[] {
  return readXml(bytes, path).children.map(({ name, attributes }) => ({ type: name, values: attributes }));
}

function readCas(draft: Draft, items: readonly Item[], path: string): void {
  const [file = '', folder] = path.split('/').reverse();
  const name = folder ? folder.replace(/\.[^.]*$/, '') : bareName(file);
  const annotator = folder ? bareName(file) : '';
  const sofas = items.filter(({ type }) => /(^|\.)Sofa$/.test(type));
  const texts = sofas.filter(({ values }) => values.get('sofaString'));
  if (texts.length === 0)
    throw new Refusal('unreadable', `${path} holds no text: its Sofa has no sofaString. Export it with the text.`);
  for (const { values } of texts) {
    const own = items.filter((item) => texts.length === 1 || sofaOf(item) === (values.get('id') ?? values.get('%ID')));
    const title = texts.length === 1 ? name : `${name} ${values.get('sofaID')}`;
    readText(draft, own, { title, annotator, raw: values.get('sofaString')! });
  }
}

/** Annotators of one document have a file each, in a folder that is called like the document. */
type Told = { title: string; annotator: string; raw: string };

function sofaOf({ values }: Item): string | undefined {
  return values.get('sofa');
}

function readText(draft: Draft, items: readonly Item[], { title, annotator, raw }: Told): void {
  const known = draft.documents.find((each) => each.title === title && each.text === raw.replace(/\r\n?/g, '\n'));
  const document = known ?? draft.document(`${title} ${draft.documents.length}`, title, { raw });
  const coderId = draft.member(annotator || 'unknown', annotator || 'Unknown coder (UIMA)');
  for (const item of items.filter(
    ({ type, values }) => values.has('begin') && values.has('end') && !structure.test(type),
  )) {
    const [start, end] = [Number(item.values.get('begin')), Number(item.values.get('end'))];
    if (!(start >= 0 && start <= end && end <= raw.length)) {
      throw new Refusal('unreadable', `The annotation from ${start} to ${end} does not lie in the text “${title}”.`);
    }
    const span = { start: document.toStored(start), end: document.toStored(end) };
    const features = [...item.values].filter(([name, value]) => !ownFeatures.has(name) && value !== '');
    const codeId = draft.codeAt([item.type.split('.').at(-1)!, ...features.slice(0, 1).map(([, value]) => value)]);
    const memo = features
      .slice(1)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
    if (span.start === span.end) draft.note('Annotations of no length, which did not come in: #.');
    else draft.coding({ documentId: document.id, codeId, coderId, span, memo });
  }
}

/** What programs mark in every text without anybody having coded it. */
const structure =
  /(^|\.)(DocumentAnnotation|DocumentMetaData|Sentence|Token|Lemma|Stem|POS|Paragraph|Heading|Dependency|Sofa|View)$/;
const ownFeatures = new Set(['begin', 'end', 'sofa', 'id', '%ID', '%TYPE', '%FLAGS', 'literal']);
