import { useState } from 'react';
import type { Coding } from '@/lib/codings';
import type { Table } from '@/lib/log';
import { advance, gather, type DocumentCodings } from './document-codings';

/** The document's codings, brought up to date as changes come in. */
export function useDocumentCodings(documentId: string, table: Table<Coding>): DocumentCodings {
  const [gathered, setGathered] = useState(() => gather(documentId, table));
  if (gathered.table === table) return gathered;
  const next = advance(gathered, table);
  setGathered(next);
  return next;
}
