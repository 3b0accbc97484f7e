import { inOrder, path, pathSeparator, type Code } from '@/lib/codebook';
import type { Archive } from '../archive';
import { attributeCell, attributeColumns, type Column } from '../column';
import type { Cell } from '../csv';
import { unitDecisions, valueOf, type Unit } from '../unit-decisions';
import type { WritingFormat } from './format';
import { streamedTable } from './table-format';

/** The 0/1 matrix: a row per sentence and coder, a column per code. */
export const units: WritingFormat = streamedTable({
  name: 'units',
  title: 'Units by codes',
  purpose:
    'A 0/1 matrix of sentences and coders by codes, for reliability and models: empty where a coder did not finish.',
  loses: ['where in a sentence a passage begins and ends', 'memos and comments', 'consensus and imported codings'],
  filtered: true,
  columns: ({ codes, attributes }) => [
    ...unitColumns,
    ...codeColumns(codes).map(({ column }) => column),
    ...attributeColumns(attributes),
  ],
  async *rows(archive) {
    const codes = codeColumns(archive.codes).map(({ code }) => code);
    const names = new Map(archive.members.map(({ id, name }) => [id, name]));
    for await (const some of unitDecisions(archive)) {
      yield some.flatMap((unit) => {
        const said = archive.attributes.map((attribute) => attributeCell(attribute, unit.document));
        return unit.decisions.map((decision): Cell[] => {
          const { coderId, finishedAt } = decision;
          const about = [...unitCells(unit), coderId, names.get(coderId) ?? null, finishedAt !== null];
          return [...about, ...codes.map((code) => valueOf(decision, code)), ...said];
        });
      });
    }
  },
});

/** The cells that say which sentence a row is about. */
export function unitCells({ document, number, span, codePoints, text }: Unit): Cell[] {
  const places = [codePoints.start, codePoints.end, span.start, span.end];
  return [`${document.id}:${number}`, document.id, document.title, number, text, ...places];
}

export const unitColumns: Column[] = [
  { name: 'unit_id', holds: 'id', meaning: 'Names the sentence: its document and number.' },
  { name: 'document_id', holds: 'id', meaning: 'Names the document.' },
  { name: 'document', holds: 'text', meaning: 'Title of the document.' },
  { name: 'unit', holds: 'number', meaning: 'Number of the sentence in its document, counted from 1.' },
  { name: 'text', holds: 'text', meaning: 'The sentence.' },
  {
    name: 'start_cp',
    holds: 'number',
    meaning: 'First character of the sentence, counted from 0 in Unicode code points.',
  },
  { name: 'end_cp', holds: 'number', meaning: 'The character after the last one, in code points.' },
  { name: 'start_utf16', holds: 'number', meaning: 'First character, counted from 0 in UTF-16 code units.' },
  { name: 'end_utf16', holds: 'number', meaning: 'The character after the last one, in UTF-16 code units.' },
  { name: 'coder_id', holds: 'id', meaning: 'Names the coder.' },
  { name: 'coder', holds: 'text', meaning: 'Name of the coder.' },
  {
    name: 'finished',
    holds: 'choice',
    meaning: 'TRUE if the coder has finished the document. Only then does silence mean no.',
  },
];

/** A column per code in codebook order, its name in plain letters so that R and Python take it for a name. */
function codeColumns(codes: Archive['codes']): { code: Code; column: Column }[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const taken = new Set<string>();
  return inOrder(codes).map(({ code }, index) => {
    const plain = code.name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    const wanted = `code_${plain.slice(0, 40) || index + 1}`;
    const name = taken.has(wanted) ? `${wanted}_${index + 1}` : wanted;
    taken.add(name);
    const called = path(byId, code.id).join(pathSeparator);
    const meaning = `1 if this coder put the code “${called}” (${code.id}) on any letter of the sentence, 0 if not; empty if nobody can say.`;
    return { code, column: { name, holds: 'number', meaning } };
  });
}
