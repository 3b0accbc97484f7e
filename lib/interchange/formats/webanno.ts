import { Refusal } from '@/lib/errors';
import { decoded } from '../decoded';
import { Draft } from '../draft';
import { bareName, unpacked, type Incoming } from '../incoming';
import type { Format } from './format';
import { beginning } from './refi-project';

/** WebAnno's and INCEpTION's tables of tokens (TSV 3): a row per token, a column per feature of a layer. */
export const webanno: Format = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  purpose: 'Annotated texts from WebAnno or INCEpTION (TSV 3), which may come as a ZIP of one file per annotator.',
  loses: ['relations and chains between passages', 'text between sentences', 'who annotated, unless files say so'],
  filtered: false,
  async read(incoming) {
    const draft = new Draft(bareName(incoming.name));
    for (const { path, text } of await tablesOf(incoming)) readTable(draft, text, path);
    return draft.reading();
  },
  async recognises(incoming) {
    const { files } = await unpacked(incoming);
    return [...files.values()].some((bytes) => beginning(bytes).startsWith('#FORMAT=WebAnno TSV 3'));
  },
};

async function tablesOf(incoming: Incoming): Promise<{ path: string; text: string }[]> {
  const { files } = await unpacked(incoming);
  const tables = [...files].filter(([, bytes]) => beginning(bytes).startsWith('#FORMAT=WebAnno TSV 3'));
  if (tables.length === 0) throw new Refusal('unreadable', 'This is no WebAnno TSV 3: its first line does not say so.');
  return tables.map(([path, bytes]) => ({ path, text: decoded(bytes, path).replace(/^\ufeff/, '') }));
}

type Layer = { name: string; features: string[]; column: number };
type Row = { start: number; end: number; cells: string[] };
type Annotation = { layer: string; values: [feature: string, value: string][]; start: number; end: number };

/** Annotators have a file each, in a folder that is called like the document. */
function readTable(draft: Draft, table: string, path: string): void {
  const lines = table.split(/\r?\n/);
  const { text, rows } = textAndRows(lines);
  if (text === '') return draft.note('Tables without any text, which did not come in: #.');
  const [file = '', folder] = path.split('/').reverse();
  const title = folder ? folder.replace(/\.[^.]*$/, '') : bareName(file);
  const known = draft.documents.find((document) => document.title === title && document.text === text);
  const document = known ?? draft.document(`${title} ${draft.documents.length}`, title, { raw: text });
  const coder = folder ? bareName(file) : '';
  const coderId = draft.member(coder || 'unknown', coder || 'Unknown coder (WebAnno)');
  for (const { layer, values, ...span } of annotationsOf(spanLayers(draft, lines), rows)) {
    if (!(span.start < span.end && span.end <= document.length)) {
      throw new Refusal(
        'unreadable',
        `The tokens from ${span.start} to ${span.end} do not lie in the text of ${path}.`,
      );
    }
    const [first, ...others] = values.filter(([, value]) => value !== '');
    const codeId = draft.codeAt(first ? [layer, first[1]] : [layer]);
    const memo = others.map(([feature, value]) => `${feature}: ${value}`).join('\n');
    draft.coding({ documentId: document.id, codeId, coderId, span, memo });
  }
}

/** The layers of passages, and where their features stand behind the three columns that each row begins with. */
function spanLayers(draft: Draft, lines: readonly string[]): Layer[] {
  const layers: Layer[] = [];
  let column = 3;
  for (const line of lines.filter((each) => /^#T_(SP|CH|RL)=/.test(each))) {
    const [type = '', ...features] = line.slice(6).split('|');
    if (line.startsWith('#T_SP=')) layers.push({ name: type.split('.').at(-1)!, features, column });
    else draft.note('Layers of relations or chains, which did not come in: #.');
    column += line.startsWith('#T_RL=') ? features.length + 1 : Math.max(1, features.length);
  }
  return layers;
}

/** Sentences stand where their tokens say; what lay between them is not in the file and becomes line ends. */
function textAndRows(lines: readonly string[]): { text: string; rows: Row[] } {
  const rows: Row[] = [];
  const sentence: string[] = [];
  let text = '';
  for (const line of lines) {
    if (line.startsWith('#Text=')) sentence.push(unescaped(line.slice(6)));
    const found = /^\d+-\d+(?:\.\d+)?\t(\d+)-(\d+)\t/.exec(line);
    if (!found) continue;
    const start = Number(found[1]);
    if (sentence.length > 0) {
      if (start < text.length || start > text.length + farthestGap)
        throw new Refusal('unreadable', `A sentence that begins at ${start} does not follow the one before it.`);
      text = text.padEnd(start, '\n') + sentence.splice(0).join('\n');
    }
    rows.push({ start, end: Number(found[2]), cells: line.split('\t') });
  }
  return { text, rows };
}

const farthestGap = 100_000;

/** Values with one number in brackets are one annotation over several tokens; a bar parts those that lie on each other. */
function annotationsOf(layers: readonly Layer[], rows: readonly Row[]): Annotation[] {
  const found = new Map<string, Annotation>();
  for (const [index, { start, end, cells }] of rows.entries()) {
    for (const { name, features, column } of layers) {
      const stacks = (features.length > 0 ? features : ['']).map((_, at) => stackOf(cells[column + at] ?? '_'));
      for (let depth = 0; depth < (stacks[0]?.length ?? 0); depth += 1) {
        const number = stacks.map((stack) => stack[depth]?.number).find(Boolean);
        const key = number ? `${column} ${number}` : `${column} row ${index} ${depth}`;
        const known = found.get(key);
        const values = stacks.map((stack, at): [string, string] => [features[at] ?? '', stack[depth]?.value ?? '']);
        found.set(key, known ? { ...known, end: Math.max(end, known.end) } : { layer: name, values, start, end });
      }
    }
  }
  return [...found.values()];
}

function stackOf(cell: string): { value: string; number: string | undefined }[] {
  if (cell === '_' || cell === '') return [];
  return cell.split(/(?<!\\)\|/).map((part) => {
    const [, value = '', number] = /^(.*?)(?:(?<!\\)\[(\d+)\])?$/s.exec(part) ?? [];
    return { value: value === '*' ? '' : unescaped(value), number };
  });
}

function unescaped(words: string): string {
  return words.replace(/\\(->|[\s\S])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign);
}
