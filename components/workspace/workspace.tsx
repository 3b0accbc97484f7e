'use client';

import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { useEffect } from 'react';
import { useClient, useProject } from '@/components/project/provider';
import type { Coding } from '@/lib/codings';
import type { Block } from '@/lib/text';
import { Desk } from './desk';
import classes from './workspace.module.css';

type Props = { documentId: string; text: string; blocks: Block[]; codings: Coding[]; place: number | null };

/** The three panes: documents, the text with its codings, codebook and passage. Lives from the project's state. */
export function Workspace({ documentId, text, blocks, codings, place }: Props) {
  const client = useClient();
  const { documents, project } = useProject();
  useEffect(() => client.load(documentId, codings), [client, documentId, codings]);
  const document = documents.get(documentId);
  if (document)
    return <Desk key={documentId} document={document} text={text} blocks={blocks} place={place} fresh={codings} />;
  return (
    <div className={classes.gone}>
      <h1>This document was deleted</h1>
      <p>Somebody removed it from the project a moment ago. It can be restored from the project’s history.</p>
      <Anchor component={Link} href={`/projects/${project.id}`}>
        To the documents
      </Anchor>
    </div>
  );
}
