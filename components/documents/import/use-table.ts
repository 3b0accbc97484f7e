import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import type { NamedFile } from '@/components/ui/drop-area';
import { answerOf, reach, sentenceOf } from '@/components/ui/post';
import { largestFile } from '../draft';
import type { ReadTable } from './targets';

/** A table with a document per row: read by the server, and once more where somebody names another encoding. */
export function useTable() {
  const { project } = useProject();
  const [file, setFile] = useState<NamedFile | null>(null);
  const [table, setTable] = useState<ReadTable | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [reading, setReading] = useState(false);

  /** What was read before stays where it cannot be read in the way that was asked for. */
  async function read(next: NamedFile, encoding: string | null = null): Promise<void> {
    setFile(next);
    setFault(null);
    setReading(true);
    try {
      setTable(await readTable(project.id, next, encoding));
    } catch (error) {
      setFault(`${next.name}: ${sentenceOf(error)}`);
    }
    setReading(false);
  }

  function leave(): void {
    setFile(null);
    setTable(null);
    setFault(null);
  }
  return { file, table, fault, reading, read, leave };
}

async function readTable(projectId: string, { name, bytes }: NamedFile, encoding: string | null): Promise<ReadTable> {
  if (bytes.size > largestFile) throw new Error('This table is larger than 50 MB. Please split it.');
  const init = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: bytes };
  const query = new URLSearchParams({ name, ...(encoding && { encoding }) });
  return answerOf<ReadTable>(await reach(`/api/projects/${projectId}/documents/table?${query}`, init));
}
