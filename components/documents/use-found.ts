import { useMemo, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { attributesInOrder, findDocuments } from '@/components/workspace/documents-in-order';
import { filtered, isNarrowed as isFiltering, type DocumentFilter, type DocumentSummary } from '@/lib/documents';

/** The documents that somebody looks for: those that hold the words and fit the filter. */
export function useFound(all: readonly DocumentSummary[]) {
  const { attributes } = useProject();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<DocumentFilter>({});
  const found = useMemo(
    () => filtered(findDocuments(all, query), filter, attributesInOrder(attributes.values())),
    [all, query, filter, attributes],
  );
  const isNarrowed = query.trim() !== '' || isFiltering(filter);
  return { found, isNarrowed, query, setQuery, filter, setFilter };
}
