import { Select, Table } from '@mantine/core';
import type { Attribute } from '@/lib/documents';
import type { ReadTable, Target } from './mapping';
import classes from './import.module.css';

type Props = {
  table: ReadTable;
  targets: readonly Target[];
  defined: readonly Attribute[];
  choose: (targets: Target[]) => void;
};

/** What each column of a table becomes, with a cell of it to go by. */
export function ColumnChoices({ table, targets, defined, choose }: Props) {
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing={6} className={classes.columns}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column</Table.Th>
            <Table.Th className={classes.sample}>First row</Table.Th>
            <Table.Th>Becomes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.header.map((column, at) => (
            <Table.Tr key={column}>
              <Table.Th scope="row" className={classes.column}>
                <bdi>{column}</bdi>
              </Table.Th>
              <Table.Td className={classes.sample} dir="auto">
                {table.rows[0]?.[at]?.slice(0, 120)}
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${column} becomes`}
                  placeholder="Left out"
                  data={choices(defined, column)}
                  value={targets[at]}
                  onChange={(target) => choose(targets.with(at, target as Target))}
                  clearable
                  searchable
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Attributes of type language follow the document's own language, so they are no choice of their own. */
function choices(defined: readonly Attribute[], column: string) {
  const own = defined
    .filter(({ type }) => type !== 'language')
    .map(({ key, name }) => ({ value: `=${key}`, label: name }));
  return [
    { value: 'text', label: 'Text' },
    { value: 'title', label: 'Title' },
    { value: 'language', label: 'Language' },
    ...own,
    { value: 'new', label: `New attribute “${column}”` },
  ];
}
