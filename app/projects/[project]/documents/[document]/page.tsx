import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { Workspace } from '@/components/workspace';
import { readingPlace, readText } from '@/lib/documents/store';
import { requireMember } from '@/app/_server/session';
import { readCodings } from '@/app/_server/state';

type Props = { params: Promise<{ project: string; document: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, document } = await params;
  return { title: (await open(project, document)).title };
}

export default async function DocumentPage({ params }: Props) {
  const { project, document } = await params;
  const { by, text, blocks } = await open(project, document);
  const [codings, place] = await Promise.all([
    readCodings(by, document),
    readingPlace({ projectId: by.projectId, userId: by.userId, documentId: document }),
  ]);
  return <Workspace documentId={document} text={text} blocks={blocks} codings={codings} place={place} />;
}

/** The document, for members only; asked once for the page and its title. */
const open = cache(async (project: string, document: string) => {
  const by = await requireMember(project);
  const found = z.uuid().safeParse(document).success ? await readText(by.projectId, document) : null;
  return found ? { by, ...found } : notFound();
});
