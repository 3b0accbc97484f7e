'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport, IconPlus, IconTable, IconTags } from '@tabler/icons-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Empty } from '@/components/ui/empty';
import { Page } from '@/components/ui/page';
import { Question } from '@/components/ui/question';
import { attributesInOrder } from '@/components/workspace/documents-in-order';
import { useKept } from '@/components/workspace/kept';
import { can } from '@/lib/access';
import type { DocumentSummary } from '@/lib/documents';
import { AddDocuments, type Readable } from './add-documents';
import { AttributesEditor } from './attributes-editor';
import { ColumnsMenu } from './columns-menu';
import { DocumentsTable } from './documents-table';
import { EditDocument } from './edit-document';
import { DocumentFilter } from './filter/document-filter';
import { SearchField } from './search-field';
import { firstColumns } from './sorting';
import { useFound } from './use-found';
import classes from './documents.module.css';

/** The project's documents: find one and open it; those who may, add and describe them. */
export function Documents({ readable }: { readable: Readable }) {
  const { project, documents, attributes, members, viewerId } = useProject();
  const send = useSend();
  const [open, setOpen] = useState<'add' | 'attributes' | null>(null);
  const [edited, setEdited] = useState<DocumentSummary>();
  const [leaving, setLeaving] = useState<DocumentSummary>();
  const [kept, keep] = useKept(`concord:columns:${project.id}`, '');
  const defined = attributesInOrder(attributes.values());
  const keys = kept === '' ? firstColumns(defined) : kept.split(' ');
  const mayEdit = can(members.get(viewerId)?.role ?? 'viewer', 'documents:edit', project);
  const mayManage = can(members.get(viewerId)?.role ?? 'viewer', 'members:manage', project);
  const all = useMemo(() => [...documents.values()], [documents]);
  const { found, isNarrowed, query, setQuery, filter, setFilter } = useFound(all);
  const home = `/projects/${project.id}`;
  const close = () => setOpen(null);

  return (
    <Page
      title="Documents"
      actions={
        mayEdit && (
          <>
            <Button
              variant="default"
              leftSection={<IconTags size={16} aria-hidden />}
              onClick={() => setOpen('attributes')}
            >
              Attributes
            </Button>
            {all.length > 0 && (
              <Button
                variant="default"
                component={Link}
                href={`${home}/documents/table`}
                leftSection={<IconTable size={16} aria-hidden />}
              >
                Values
              </Button>
            )}
            {mayManage && (
              <Button
                component={Link}
                href={`${home}/import`}
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
              >
                Import a project file
              </Button>
            )}
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('add')}>
              Add documents
            </Button>
          </>
        )
      }
    >
      {all.length === 0 && (
        <Empty title="No documents yet">
          <p>
            {mayEdit
              ? 'Add statements as files, as a table with one per row, or paste them. Their text never changes afterwards; what you say about them can.'
              : 'As soon as somebody adds a statement it appears here.'}
          </p>
        </Empty>
      )}
      {all.length > 0 && (
        <>
          <div className={classes.tools}>
            <SearchField className={classes.search} query={query} onQuery={setQuery} />
            <span className={classes.count} role="status">
              {isNarrowed ? `${found.length} of ${counted(all.length, 'document')}` : counted(all.length, 'document')}
            </span>
            <ColumnsMenu defined={defined} shown={keys} onChange={(next) => keep(next.join(' ') || ' ')} />
            <DocumentFilter documents={all} filter={filter} onFilter={setFilter} />
          </div>
          {found.length > 0 ? (
            <DocumentsTable
              {...{ home, defined }}
              documents={found}
              shown={defined.filter(({ key }) => keys.includes(key))}
              acts={mayEdit ? { edit: setEdited, remove: setLeaving } : null}
            />
          ) : (
            <p className={classes.nothing}>
              {query.trim()
                ? `No title or attribute of those chosen holds “${query.trim()}”.`
                : 'No document fits the filter.'}
            </p>
          )}
        </>
      )}
      {mayEdit && (
        <>
          <AddDocuments
            opened={open === 'add'}
            close={close}
            readable={readable}
            onAdded={(count) => notifications.show({ message: `Added ${counted(count, 'document')}.` })}
          />
          <AttributesEditor opened={open === 'attributes'} close={close} />
          <EditDocument document={edited} close={() => setEdited(undefined)} />
          <Question
            opened={leaving !== undefined}
            onClose={() => setLeaving(undefined)}
            title="Delete this document?"
            confirm="Delete"
            onConfirm={() => leaving && void send('document.delete', { id: leaving.id })}
          >
            <p>
              “<bdi>{leaving?.title}</bdi>” leaves the project, and everybody’s codings on it leave with it. It can be
              restored for 30 days in History, codings included.
            </p>
          </Question>
        </>
      )}
    </Page>
  );
}
