import { useEffect, useState } from 'react';
import { useClient, useProject } from '@/components/project/provider';
import { answerOf, reach, sentenceOf } from '@/components/ui/post';
import type { Coding } from '@/lib/codings';
import type { Block } from '@/lib/text';

export type OtherText = { id: string; text: string; blocks: Block[] };
export type Loading = { other: OtherText | null; fault: string | null; again: () => void };

/**
 * The text of another document and, in the project's state, its codings: asked for while wanted, and again when the
 * page's own were (`asOf`), since a round that closed may have shown more. A text that is there already is kept.
 */
export function useOtherText(documentId: string | null, asOf: readonly Coding[]): Loading {
  const client = useClient();
  const { project } = useProject();
  const [other, setOther] = useState<OtherText | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (documentId === null) return;
    let left = false;
    const take = ({ codings, text, blocks }: Read) => {
      if (left) return;
      client.load(documentId, codings);
      setOther((before) => (before?.id === documentId ? before : { id: documentId, text, blocks }));
      setFault(null);
    };
    read(project.id, documentId).then(take, (error) => (left ? null : setFault(sentenceOf(error))));
    return () => void (left = true);
  }, [client, project.id, documentId, asOf, tries]);

  return { other: other?.id === documentId ? other : null, fault, again: () => setTries(tries + 1) };
}

type Read = { text: string; blocks: Block[]; codings: Coding[] };

async function read(projectId: string, documentId: string): Promise<Read> {
  return answerOf<Read>(await reach(`/api/projects/${projectId}/documents/${documentId}/text`, { method: 'GET' }));
}
