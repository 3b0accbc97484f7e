import { Refusal } from '@/lib/errors';
import { decoded } from '../decoded';
import { Draft, type DraftDocument } from '../draft';
import { bareName, unpacked, type Incoming } from '../incoming';
import { countingOf, placing } from '../positions';
import type { Format } from './format';

/** brat's standoff: a text, and beside it lines that say what stands where. */
export const brat: Format = {
  name: 'brat',
  title: 'brat standoff',
  extension: 'ann',
  mediaType: 'text/plain; charset=utf-8',
  purpose: 'Texts (.txt) with their annotations (.ann), as brat keeps them: both files, a folder, or a ZIP of it.',
  loses: ['relations and events between passages', 'who annotated, unless each has a folder'],
  filtered: false,
  async read(incoming) {
    const pairs = pairsOf(await unpacked(incoming));
    if (pairs.length === 0)
      throw new Refusal('unreadable', 'There is no annotation file (.ann) with its text (.txt) beside it.');
    const draft = new Draft(bareName(incoming.name));
    const folders = new Set(pairs.map(({ folder }) => folder));
    for (const pair of pairs) readPair(draft, pair, folders.size > 1 ? pair.folder : '');
    return draft.reading();
  },
  async recognises(incoming) {
    const { files } = await unpacked(incoming);
    return [...files.keys()].some((path) => /\.ann$/i.test(path));
  },
};

type Pair = { folder: string; name: string; text: string; lines: string[] };

function pairsOf({ files }: Incoming): Pair[] {
  const annotations = [...files.keys()].filter((path) => /\.ann$/i.test(path)).sort();
  return annotations.map((path) => {
    const bare = path.replace(/\.ann$/i, '');
    const text = files.get(`${bare}.txt`) ?? files.get(`${bare}.TXT`);
    if (!text) throw new Refusal('unreadable', `The text ${bare}.txt, in which ${path} measures, is missing.`);
    const parts = bare.split('/');
    const [name, folder] = [parts.at(-1)!, parts.slice(0, -1).join('/')];
    return { folder, name, text: decoded(text, `${bare}.txt`), lines: decoded(files.get(path)!, path).split(/\r?\n/) };
  });
}

type Entity = { key: string; type: string; fragments: { start: number; end: number }[]; quote: string; memo: string[] };

/** One text by one annotator. The same text in another folder is the same document, coded by somebody else. */
function readPair(draft: Draft, { name, text, lines }: Pair, annotator: string): void {
  const known = draft.documents.find(
    (document) => document.title === name && document.text === text.replace(/\r\n?/g, '\n'),
  );
  const document = known ?? draft.document(`${name} ${draft.documents.length}`, name, { raw: text });
  const entities = entitiesOf(lines);
  addMemos(draft, entities, lines);
  const selections = [...entities.values()].flatMap(({ fragments, quote }) =>
    fragments.map((fragment) => ({ ...fragment, name: fragments.length === 1 ? quote : '' })),
  );
  const place = placing(text, countingOf(text, selections, 'brat'));
  const coderId = draft.member(annotator || 'unknown', annotator || 'Unknown coder (brat)');
  for (const entity of entities.values()) readEntity(draft, document, { entity, place, coderId });
}

function entitiesOf(lines: readonly string[]): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('T')) continue;
    const [key = '', place = '', quote = ''] = line.split('\t');
    const found = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(place);
    if (!found)
      throw new Refusal(
        'unreadable',
        `Line ${index + 1} of the annotations has no type and place: “${line.slice(0, 60)}”.`,
      );
    const fragments = found[2]!.split(';').map((each) => {
      const [start, end] = each.split(' ').map(Number) as [number, number];
      return { start, end };
    });
    entities.set(key, { key, type: found[1]!, fragments, quote, memo: [] });
  }
  return entities;
}

/** Notes and attributes become memos; what connects passages is counted. */
function addMemos(draft: Draft, entities: ReadonlyMap<string, Entity>, lines: readonly string[]): void {
  for (const line of lines) {
    const [key = '', about = '', words = ''] = line.split('\t');
    const [kind = '', target = '', value = ''] = about.split(' ');
    const entity = entities.get(target);
    if (key.startsWith('#') && entity) entity.memo.push(words);
    else if (/^[AM]/.test(key) && entity) entity.memo.push(value ? `${kind}: ${value}` : kind);
    else if (key.startsWith('E')) draft.note('Events, whose triggers came in and whose roles did not: #.');
    else if (/^[R*]/.test(key)) draft.note('Relations between passages, which did not come in: #.');
    else if (/^[#NAM]/.test(key))
      draft.note('Notes on relations and events, and links to outside, which did not come in: #.');
  }
}

type Placed = { entity: Entity; place: ReturnType<typeof placing>; coderId: string };

function readEntity(draft: Draft, document: DraftDocument, { entity, place, coderId }: Placed): void {
  const { key, type, fragments, quote, memo } = entity;
  const codeId = draft.codeAt([type]);
  if (fragments.length > 1) draft.note('Passages with gaps, of which each part became a coding: #.');
  for (const fragment of fragments) {
    const raw = place(fragment);
    if (!raw)
      throw new Refusal(
        'unreadable',
        `${key} (${fragment.start} to ${fragment.end}) does not lie in the text “${document.title}”.`,
      );
    const stored = { start: document.toStored(raw.start), end: document.toStored(raw.end) };
    const span = draft.quoted(document, stored, fragments.length === 1 ? quote : '');
    draft.coding({ documentId: document.id, codeId, coderId, span, memo: memo.join('\n') });
  }
}
