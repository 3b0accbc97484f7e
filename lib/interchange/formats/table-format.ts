import type { Archive } from '../archive';
import { encoded } from '../byte-writer';
import type { Column } from '../column';
import { cells, cellWriter, fileStart, recordEnd, type Cell, type Flavour } from '../csv';
import type { Described, Format, WritingFormat } from './format';

type Named = Omit<Format, 'extension' | 'mediaType' | 'write' | 'columns'> & {
  columns: (about: Described) => Column[];
};

/** A table small enough to be made at once: its rows, each with a cell per column. */
export type Table = Named & { rows: (archive: Archive) => Promise<Iterable<readonly Cell[]>> };

/** A CSV table small enough to be made at once. */
export function tableFormat(table: Table): WritingFormat & Table {
  const { rows } = table;
  return {
    ...table,
    ...streamedTable({
      ...table,
      rows: async function* (archive) {
        yield [...(await rows(archive))];
      },
    }),
    rows,
  };
}

type Streamed = Named & { rows: (archive: Archive) => AsyncIterable<readonly (readonly Cell[])[]> };

/** A CSV table whose rows come some at a time. */
export function streamedTable({ rows, ...table }: Streamed): WritingFormat {
  return {
    ...table,
    ...csv,
    async *write(archive, flavour) {
      yield encoded(header(table.columns(archive), flavour));
      const write = cellWriter(flavour);
      for await (const some of rows(archive)) yield encoded(some.map((row) => cells(write, row) + recordEnd).join(''));
    },
  };
}

export const csv = { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' } as const;

/** What a CSV file begins with: the flavour's mark and the names of the columns. */
export function header(columns: readonly Column[], flavour: Flavour): string {
  return fileStart(flavour) + columns.map(({ name }) => name).join(',') + recordEnd;
}
