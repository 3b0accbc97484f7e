import { Button, Select, Table } from '@mantine/core';
import { counted } from '@/components/ui/counted';
import { attributeTypes, type Attribute } from '@/lib/documents';
import { typeNames } from '../type-names';
import { newType, withNew, type ReadTable, type Target } from './targets';
import classes from './import.module.css';

type Props = {
  table: ReadTable;
  targets: readonly Target[];
  defined: readonly Attribute[];
  /** The attributes that columns make, by the column's place. */
  made: ReadonlyMap<number, Attribute>;
  choose: (targets: Target[]) => void;
};

/** What each column of a table becomes, with a cell of it to go by. */
export function ColumnChoices({ table, targets, defined, made, choose }: Props) {
  const left = targets.flatMap((target, at) => (target === null ? at : []));
  return (
    <div>
      <div className={classes.scroll}>
        <Table verticalSpacing={6} className={classes.columns}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column</Table.Th>
              <Table.Th className={classes.sample}>Example</Table.Th>
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
                  {sampleOf(table, at)}
                </Table.Td>
                <Table.Td className={classes.becomes}>
                  <Select
                    aria-label={`${column} becomes`}
                    placeholder="Left out"
                    data={choices(defined)}
                    value={newType(targets[at] ?? null) ? 'new' : targets[at]}
                    onChange={(target) =>
                      choose(target === 'new' ? withNew(table, targets, [at]) : targets.with(at, target as Target))
                    }
                    clearable
                    searchable
                  />
                  <TypeChoice
                    {...{ column, attribute: made.get(at) }}
                    choose={(type) => choose(targets.with(at, `new:${type}`))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {left.length > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => choose(withNew(table, targets, left))}>
          Make {left.length === 1 ? 'an attribute' : 'attributes'} of the {counted(left.length, 'column')} left out
        </Button>
      )}
    </div>
  );
}

type TypeProps = { column: string; attribute: Attribute | undefined; choose: (type: Attribute['type']) => void };

/** Of a column that makes an attribute, of which type: proposed by what its cells hold. */
function TypeChoice({ column, attribute, choose }: TypeProps) {
  if (!attribute) return null;
  return (
    <>
      <Select
        aria-label={`Type of ${column}`}
        data={attributeTypes.map((type) => ({ value: type, label: typeNames[type] }))}
        value={attribute.type}
        onChange={(type) => choose(type as Attribute['type'])}
        allowDeselect={false}
      />
      {attribute.options.length > 0 && (
        <span className={classes.options}>
          <bdi>{attribute.options.slice(0, 20).join(', ')}</bdi>
          {attribute.options.length > 20 && ` and ${(attribute.options.length - 20).toLocaleString('en')} more`}
        </span>
      )}
    </>
  );
}

/** The first cell of a column that holds anything. */
function sampleOf({ rows }: ReadTable, column: number): string {
  return rows.find((cells) => cells[column]?.trim())?.[column]?.slice(0, 120) ?? '';
}

/** Attributes of type language follow the document's own language, so they are no choice of their own. */
function choices(defined: readonly Attribute[]) {
  const own = defined
    .filter(({ type }) => type !== 'language')
    .map(({ key, name }) => ({ value: `=${key}`, label: name }));
  return [
    { value: 'text', label: 'Text' },
    { value: 'title', label: 'Title' },
    { value: 'language', label: 'Language' },
    ...own,
    { value: 'new', label: 'New attribute' },
  ];
}
