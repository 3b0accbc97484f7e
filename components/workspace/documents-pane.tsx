'use client';

import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { DocumentFilter } from '@/components/documents/filter/document-filter';
import { useFound } from '@/components/documents/use-found';
import { useProject } from '@/components/project/provider';
import { can } from '@/lib/access';
import { isAssigned, openRounds } from '@/lib/rounds';
import { DocumentRow } from './document-row';
import { attributesInOrder, documentsInOrder, progressOf, whoAndWhen } from './documents-in-order';
import classes from './documents-pane.module.css';

type Props = { current: string; collapse?: () => void };

/** The project's documents with how far they are: what to read next. */
export function DocumentsPane({ current, collapse }: Props) {
  const { project, documents, attributes, finished, rounds, members, viewerId } = useProject();
  const all = useMemo(() => documentsInOrder(documents.values()), [documents]);
  const defined = useMemo(() => attributesInOrder(attributes.values()), [attributes]);
  const coderIds = useMemo(
    () =>
      [...members.values()].flatMap(({ id, role, removed }) =>
        removed || !can(role, 'codings:write', project) ? [] : id,
      ),
    [members, project],
  );
  const open = useMemo(() => openRounds(rounds.values()), [rounds]);
  const { found, query, setQuery, filter, setFilter } = useFound(all);
  const coding = coderIds.includes(viewerId);
  const isAsked = (id: string) => !open.has(id) || isAssigned(open.get(id)!, id, viewerId);
  const asked = all.filter(({ id }) => isAsked(id));
  const own = asked.filter(({ id }) => progressOf(id, { finished, viewerId, coderIds }).own).length;

  return (
    <nav className={classes.documents} aria-label="Documents">
      <div className={classes.paneHead}>
        <h2>Documents</h2>
        {coding && (
          <span className={classes.quiet}>
            {own} of {asked.length} finished
          </span>
        )}
        {collapse && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="Hide the list of documents"
            onClick={collapse}
          >
            <IconLayoutSidebarLeftCollapse size={16} />
          </ActionIcon>
        )}
      </div>
      <TextInput
        size="xs"
        className={classes.documentSearch}
        aria-label="Search documents"
        placeholder="Search title, speaker, …"
        leftSection={<IconSearch size={14} />}
        rightSection={query && <CloseButton size="xs" aria-label="Clear the search" onClick={() => setQuery('')} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={classes.documentFilter}>
        <DocumentFilter label="By attribute" quiet documents={all} filter={filter} onFilter={setFilter} />
      </div>
      {found.length === 0 && <p className={classes.hint}>No document fits{query.trim() && ` “${query.trim()}”`}.</p>}
      <ul className={classes.documentList}>
        {found.map((document) => (
          <DocumentRow
            key={document.id}
            href={`/projects/${project.id}/documents/${document.id}`}
            document={document}
            current={document.id === current}
            about={whoAndWhen(document, defined)}
            progress={progressOf(document.id, { finished, viewerId, coderIds })}
            coding={coding}
            asked={isAsked(document.id)}
            sealed={open.has(document.id)}
          />
        ))}
      </ul>
    </nav>
  );
}
