import { attributeCell, attributeColumns, type Column } from '../column';
import type { Cell } from '../csv';
import { unitDecisions } from '../unit-decisions';
import type { WritingFormat } from './format';
import { streamedTable } from './table-format';
import { unitCells, unitColumns } from './units';

/** The same decisions in long form: what tidy tables and NLTK's triples of coder, item and label are made of. */
export const unitMarks: WritingFormat = streamedTable({
  name: 'unit-marks',
  title: 'Units in long form',
  purpose: 'A row per sentence, coder and code put there, and one with value 0 where a finished coder put none.',
  loses: ['where in a sentence a passage begins and ends', 'memos and comments', 'consensus and imported codings'],
  filtered: true,
  columns: ({ attributes }) => [...unitColumns, ...own, ...attributeColumns(attributes)],
  async *rows(archive) {
    const names = new Map(archive.members.map(({ id, name }) => [id, name]));
    const codes = new Map(archive.codes.map(({ id, name }) => [id, name]));
    for await (const some of unitDecisions(archive)) {
      yield some.flatMap((unit) => {
        const said = archive.attributes.map((attribute) => attributeCell(attribute, unit.document));
        return unit.decisions.flatMap(({ coderId, finishedAt, codes: put }): Cell[][] => {
          const about = [...unitCells(unit), coderId, names.get(coderId) ?? null, finishedAt !== null];
          if (put.size === 0) return finishedAt === null ? [] : [[...about, null, null, 0, ...said]];
          return [...put].sort().map((id) => [...about, id, codes.get(id) ?? null, 1, ...said]);
        });
      });
    }
  },
});

const own: Column[] = [
  { name: 'code_id', holds: 'id', meaning: 'Names the code; empty where the coder put none on the sentence.' },
  { name: 'code', holds: 'text', meaning: 'Name of the code; empty where the coder put none on the sentence.' },
  { name: 'value', holds: 'number', meaning: '1 for a code that was put there, 0 for a sentence without any.' },
];
