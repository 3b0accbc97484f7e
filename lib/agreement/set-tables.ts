import { marksOfSets } from './gather';
import type { Gathering } from './gather';
import { tableOf } from './table';
import type { Table } from './table';
import { Catalogue, setRows } from './tables';

/** Per document, the table over sets of codes; one catalogue of sets for all, so that the tables add up. */
export function setTables(gathering: Gathering): Table[] {
  const catalogue = new Catalogue();
  const marks = gathering.documents.map(marksOfSets);
  const rows = gathering.documents.map(({ axis }, index) => setRows(axis, marks[index] ?? new Map(), catalogue));
  return rows.map((counted, index) => tableOf(catalogue.frame([...(marks[index]?.keys() ?? [])]), counted));
}
