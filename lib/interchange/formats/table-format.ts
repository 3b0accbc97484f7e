import type { Archive } from '../archive';
import { encoded } from '../byte-writer';
import type { Column } from '../column';
import { cells, cellWriter, fileStart, recordEnd, type Cell, type Flavour } from '../csv';
import type { Described, Format, WritingFormat } from './format';

type Table = Omit<Format, 'extension' | 'mediaType' | 'write' | 'columns'> & {
  columns: (about: Described) => Column[];
  /** The rows, each with a cell per column. */
  rows: (archive: Archive) => Promise<Iterable<readonly Cell[]>>;
};

/** A CSV table small enough to be made at once. */
export function tableFormat({ rows, ...table }: Table): WritingFormat {
  return {
    ...table,
    ...csv,
    async *write(archive, flavour) {
      yield encoded(header(table.columns(archive), flavour));
      const write = cellWriter(flavour);
      for (const row of await rows(archive)) yield encoded(cells(write, row) + recordEnd);
    },
  };
}

export const csv = { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' } as const;

/** What a CSV file begins with: the flavour's mark and the names of the columns. */
export function header(columns: readonly Column[], flavour: Flavour): string {
  return fileStart(flavour) + columns.map(({ name }) => name).join(',') + recordEnd;
}
