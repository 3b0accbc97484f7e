'use client';

import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useProject, useSend, useTakeBack } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Empty } from '@/components/ui/empty';
import { Pages, usePages } from '@/components/ui/pages';
import { attributesInOrder, documentsInOrder } from '@/components/workspace/documents-in-order';
import type { Change } from '@/lib/log';
import { DocumentFilter } from '../filter/document-filter';
import { SearchField } from '../search-field';
import { useFound } from '../use-found';
import { cellFault, columnsOf, describing, lacks, valueIn, withEdit, type Edits } from './described';
import { useGrid } from './use-grid';
import { ValuesTable } from './values-table';
import classes from './table.module.css';

/** What is said about all documents, in one table: written freely, saved in one step. */
export function DocumentValues() {
  const { project, documents, attributes } = useProject();
  const send = useSend();
  const takeBack = useTakeBack();
  const [edits, setEdits] = useState<Edits>(new Map());
  const [gaps, setGaps] = useState(false);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Change | null>(null);
  const defined = attributesInOrder(attributes.values());
  const columns = columnsOf(defined);
  const all = useMemo(() => documentsInOrder(documents.values()), [documents]);
  const { query, setQuery, filter, setFilter, ...narrowed } = useFound(all);
  const found = narrowed.found.filter((each) => !gaps || lacks(each, columns));
  const { shown, page, total, turn } = usePages(found);
  const grid = useGrid({
    size: { rows: shown.length, columns: columns.length },
    read: ({ row, column }) => valueIn(edits, shown[row]!, columns[column]!),
    write: (cells) => {
      setSaved(null);
      setEdits((all) =>
        cells.reduce(
          (next, { row, column, value }) => withEdit(next, shown[row]!, { column: columns[column]!, value }),
          all,
        ),
      );
    },
  });
  const faults = [...edits.keys()].flatMap((id) => {
    const document = documents.get(id);
    return document ? columns.flatMap((column) => cellFault(edits, document, column) ?? []) : [];
  });
  const here = shown[grid.range.to.row];
  const fault = here && columns[grid.range.to.column] ? cellFault(edits, here, columns[grid.range.to.column]!) : null;
  const values = [...edits.values()].reduce((sum, own) => sum + Object.keys(own).length, 0);
  const save = async () => {
    setBusy(true);
    const change = await send(
      'document.describe',
      describing(edits, (id) => documents.get(id), defined),
    );
    setBusy(false);
    if (!change) return;
    setEdits(new Map());
    setSaved(change);
  };
  const undo = async () => {
    if (saved && (await takeBack(saved))) notifications.show({ message: 'Taken back.' });
    setSaved(null);
  };
  if (documents.size === 0)
    return (
      <Empty title="No documents yet">
        <p>As soon as there are documents, they can be described here.</p>
      </Empty>
    );
  return (
    <>
      <div className={classes.tools}>
        <SearchField
          className={classes.search}
          query={query}
          onQuery={(next) => {
            setQuery(next);
            turn(1);
          }}
        />
        {columns.some(({ key, required }) => required && key !== '#title') && (
          <Checkbox
            label="Only where required values are missing"
            checked={gaps}
            onChange={(event) => {
              setGaps(event.currentTarget.checked);
              turn(1);
            }}
          />
        )}
        <span className={classes.count}>{counted(found.length, 'document')}</span>
        <DocumentFilter
          documents={all}
          filter={filter}
          onFilter={(next) => {
            setFilter(next);
            turn(1);
          }}
        />
      </div>
      {shown.length > 0 ? (
        <ValuesTable key={page} documents={shown} {...{ columns, edits, grid }} />
      ) : (
        <p className={classes.count}>No document fits.</p>
      )}
      <Pages {...{ page, total, turn }} />
      <div className={classes.bar}>
        <p role="status" className={classes.said} data-fault={fault !== null || undefined}>
          {fault ??
            (saved
              ? `Saved: ${counted((saved.body as { documents: unknown[] }).documents.length, 'document')}.`
              : (faults[0] ??
                (values > 0
                  ? `${counted(values, 'value')} of ${counted(edits.size, 'document')} not saved yet.`
                  : '')))}
        </p>
        {saved && (
          <Button variant="default" onClick={() => void undo()}>
            Undo
          </Button>
        )}
        {values > 0 && (
          <Button variant="default" onClick={() => setEdits(new Map())}>
            Discard
          </Button>
        )}
        {values === 0 && (
          <Button variant="default" component={Link} href={`/projects/${project.id}`}>
            Back to documents
          </Button>
        )}
        <Button loading={busy} disabled={values === 0 || faults.length > 0} onClick={() => void save()}>
          Save
        </Button>
      </div>
    </>
  );
}
