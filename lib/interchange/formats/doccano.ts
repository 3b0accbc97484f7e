import { Refusal } from '@/lib/errors';
import { decoded } from '../decoded';
import { Draft, type DraftDocument } from '../draft';
import { bareName, unpacked, type Incoming } from '../incoming';
import { isObject, jsonValues, listAt, textOf, type JsonObject } from '../json-values';
import { countingOf, placing } from '../positions';
import type { Format } from './format';

/** doccano's JSON Lines: one text per object, with its labels; one file per annotator where they do not share. */
export const doccano: Format = {
  name: 'doccano',
  title: 'doccano JSON Lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  purpose: 'Texts with labelled passages as doccano exports them: one file, or its ZIP of one file per annotator.',
  loses: ['relations between passages', 'colours and rules of labels'],
  filtered: false,
  async read(incoming) {
    const files = await filesOf(incoming);
    const draft = new Draft(bareName(incoming.name));
    for (const { path, objects } of files) {
      const coderId = coderOf(draft, path, files.length > 1);
      for (const object of objects) readObject(draft, object, coderId);
    }
    return draft.reading();
  },
  async recognises(incoming) {
    try {
      const files = await filesOf(incoming);
      return files.length > 0 && files.every(({ objects }) => objects.length > 0 && objects.every(isLabelled));
    } catch {
      return false;
    }
  },
};

async function filesOf(incoming: Incoming): Promise<{ path: string; objects: JsonObject[] }[]> {
  const { files } = await unpacked(incoming);
  return [...files]
    .filter(([path]) => /\.(jsonl?|ndjson)$/i.test(path))
    .map(([path, bytes]) => {
      const objects = jsonValues(decoded(bytes, path).replace(/^\ufeff/, ''), path);
      if (objects.every(isObject)) return { path, objects };
      throw new Refusal('unreadable', `${path} is not a list of objects, each with a text and its labels.`);
    });
}

const labelKeys = ['label', 'labels', 'entities'];

function isLabelled(object: JsonObject): boolean {
  const text = object.text ?? object.data;
  return (
    typeof text === 'string' && labelKeys.some((key) => Array.isArray(object[key])) && !('annotation_id' in object)
  );
}

/** Several files are one for each annotator, called after them. */
function coderOf(draft: Draft, path: string, several: boolean): string {
  const name = bareName(path);
  return several ? draft.member(name, name) : draft.member('unknown', 'Unknown coder (doccano)');
}

function readObject(draft: Draft, object: JsonObject, coderId: string): void {
  const raw = textOf(object.text ?? object.data);
  if (!isLabelled(object))
    throw new Refusal('unreadable', 'An object has no text with a list of labels. Is this an export of doccano?');
  if (raw === '') return draft.note('Empty texts, which did not come in: #.');
  const document = documentOf(draft, object, raw);
  const labels = labelKeys.flatMap((key) => listAt(object, key)).map(labelOf);
  const spans = labels.filter((label) => label !== null && label.start !== null) as Spanned[];
  const place = placing(
    raw,
    countingOf(
      raw,
      spans.map((span) => ({ ...span, name: '' })),
      'doccano',
    ),
  );
  for (const label of labels) {
    if (!label) throw new Refusal('unreadable', `A label in “${document.title}” has no place and name.`);
    const span =
      label.start === null
        ? { start: 0, end: document.length }
        : stored(document, place(label as Spanned), label as Spanned);
    draft.coding({ documentId: document.id, codeId: draft.codeAt([label.name]), coderId, span });
  }
  draft.note('Relations between passages, which did not come in: #.', listAt(object, 'relations').length);
  draft.note('Comments, which did not come in: #.', listAt(object, 'Comments').length);
}

/** The same text of another annotator's file is the same document. */
function documentOf(draft: Draft, object: JsonObject, raw: string): DraftDocument {
  const id = textOf(object.id);
  const known = draft.documents.find(
    ({ text, key }) => key === id && id !== '' && text === raw.replace(/\r\n?/g, '\n'),
  ) as DraftDocument | undefined;
  if (known) return known;
  const title = textOf(object.title ?? object.filename ?? object.name) || `Text ${id || draft.documents.length + 1}`;
  const document = draft.document(`${id} ${draft.documents.length}`, title, { raw });
  document.key = id;
  for (const [name, value] of Object.entries(object)) {
    if (notMetadata.has(name) || textOf(value) === '') continue;
    draft.setAttribute(document, draft.attribute(name), textOf(value));
  }
  return document;
}

const notMetadata = new Set(['id', 'text', 'data', 'title', 'filename', 'name', 'Comments', 'relations', ...labelKeys]);

type Label = { name: string; start: number | null; end: number | null };
type Spanned = { name: string; start: number; end: number };

/** `[start, end, label]`, an object that says the same, or a bare label for the whole text. */
function labelOf(value: unknown): Label | null {
  if (typeof value === 'string' && value !== '') return { name: value, start: null, end: null };
  const [start, end, name] = Array.isArray(value)
    ? (value as unknown[])
    : isObject(value)
      ? [value.start_offset ?? value.start, value.end_offset ?? value.end, value.label]
      : [];
  const sound = Number.isInteger(start) && Number.isInteger(end) && textOf(name) !== '';
  return sound ? { name: textOf(name), start: start as number, end: end as number } : null;
}

function stored(document: DraftDocument, raw: { start: number; end: number } | null, { start, end, name }: Spanned) {
  if (raw && raw.start < raw.end) return { start: document.toStored(raw.start), end: document.toStored(raw.end) };
  throw new Refusal(
    'unreadable',
    `The label ${name} from ${start} to ${end} does not lie in the text “${document.title}”.`,
  );
}
