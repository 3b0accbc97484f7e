import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Pages, usePages } from '@/components/ui/pages';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import { DocumentRow, type RowActs } from './document-row';
import { nextOrder, sameColumn, sorted, type Column, type Order } from './sorting';
import { useFinishing } from './use-finishing';
import classes from './documents.module.css';

type Props = {
  home: string;
  documents: readonly DocumentSummary[];
  defined: readonly Attribute[];
  shown: readonly Attribute[];
  acts: RowActs | null;
};

/** Every document with what is known about it and who has finished it; any column can order them. */
export function DocumentsTable({ home, documents, defined, shown, acts }: Props) {
  const [order, setOrder] = useState<Order>({ column: { kind: 'title' }, down: false });
  const finishing = useFinishing();
  const inOrder = useMemo(() => sorted(documents, order), [documents, order]);
  const { shown: here, ...pages } = usePages(inOrder);
  const head = (column: Column, children: ReactNode, className = classes.value) => {
    const turn = () => setOrder(nextOrder(order, column));
    const way = !sameColumn(order.column, column) ? null : order.down ? 'descending' : 'ascending';
    return (
      <Table.Th
        key={column.kind === 'attribute' ? column.key : column.kind}
        className={className}
        aria-sort={way ?? 'none'}
      >
        <UnstyledButton className={classes.sort} onClick={turn}>
          {children}
          {way === 'ascending' && <IconArrowUp size={13} aria-hidden />}
          {way === 'descending' && <IconArrowDown size={13} aria-hidden />}
        </UnstyledButton>
      </Table.Th>
    );
  };
  return (
    <>
      <Table className={classes.table} highlightOnHover verticalSpacing={7} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {head({ kind: 'title' }, 'Title', classes.title)}
            {shown.map(({ key, name, type }) => head({ kind: 'attribute', key, type }, name))}
            {head({ kind: 'language' }, 'Language')}
            {head({ kind: 'length' }, 'Characters', classes.number)}
            <Table.Th className={classes.finished}>Finished</Table.Th>
            {acts && (
              <Table.Th className={classes.menu}>
                <span className={classes.unseen}>More</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {here.map((document) => (
            <DocumentRow
              key={document.id}
              href={`${home}/documents/${document.id}`}
              {...{ document, defined, shown, finishing, acts }}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Pages {...pages} />
    </>
  );
}
