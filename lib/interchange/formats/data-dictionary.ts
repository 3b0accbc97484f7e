import type { Column } from '../column';
import type { Format, WritingFormat } from './format';
import { tableFormat, type Table } from './table-format';

/** What each column of the other tables means, in this project with its attributes. */
export function dataDictionary(formats: readonly Format[]): WritingFormat & Table {
  return tableFormat({
    name: 'data-dictionary',
    title: 'Data dictionary',
    purpose: 'What every column of the other tables means: to keep beside them.',
    loses: ['codings', 'codes', 'documents'],
    filtered: false,
    columns: () => columns,
    async rows(archive) {
      return formats.flatMap(({ name, extension, columns: of }) => {
        return (of?.(archive) ?? []).map((column) => [
          `${name}.${extension}`,
          column.name,
          column.holds,
          column.meaning,
        ]);
      });
    },
  });
}

const columns: Column[] = [
  { name: 'file', holds: 'text', meaning: 'The table that the column is in.' },
  { name: 'column', holds: 'text', meaning: 'Name of the column.' },
  { name: 'holds', holds: 'choice', meaning: 'Kind of its values: id, text, number, date, time, choice or link.' },
  { name: 'meaning', holds: 'text', meaning: 'What a value says.' },
];
