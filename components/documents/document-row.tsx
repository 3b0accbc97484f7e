import { ActionIcon, Menu, Table } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import Link from 'next/link';
import { whoAndWhen } from '@/components/workspace/documents-in-order';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import { FinishedCell } from './finished-cell';
import { languageName } from './languages';
import type { Finishing } from './use-finishing';
import classes from './documents.module.css';

export type RowActs = { edit: (document: DocumentSummary) => void; remove: (document: DocumentSummary) => void };
type Props = {
  document: DocumentSummary;
  href: string;
  defined: readonly Attribute[];
  shown: readonly Attribute[];
  finishing: Finishing;
  /** Null for those who may only read. */
  acts: RowActs | null;
};

export function DocumentRow({ document, href, defined, shown, finishing, acts }: Props) {
  const { id, title, direction, language, length, attributes } = document;
  const { who, when } = whoAndWhen(document, defined);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.title}>
        <Link href={href} prefetch={false} dir={direction} lang={language ?? undefined}>
          {title}
        </Link>
        <span className={classes.about}>
          <bdi>{who}</bdi> <span className={classes.when}>{when}</span>
        </span>
      </Table.Th>
      {shown.map(({ key, type }) => (
        <Table.Td key={key} className={classes.value} data-type={type}>
          <bdi>{type === 'language' && attributes[key] ? languageName(attributes[key]) : attributes[key]}</bdi>
        </Table.Td>
      ))}
      <Table.Td className={classes.value}>{language ? languageName(language) : ''}</Table.Td>
      <Table.Td className={classes.number}>{length.toLocaleString('en')}</Table.Td>
      <Table.Td className={classes.finished}>
        <FinishedCell coders={finishing.coders} cells={finishing.cells.get(id) ?? []} />
      </Table.Td>
      {acts && (
        <Table.Td className={classes.menu}>
          <RowMenu document={document} acts={acts} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function RowMenu({ document, acts }: { document: DocumentSummary; acts: RowActs }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More about ${document.title}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => acts.edit(document)}>
          Title and attributes
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => acts.remove(document)}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
