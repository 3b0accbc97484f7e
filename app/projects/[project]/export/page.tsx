import type { Metadata } from 'next';
import { ExportPage } from '@/components/export/export-page';
import { listCodes } from '@/lib/codebook/store';
import { listAttributes } from '@/lib/documents/attributes/store';
import { describedFormats } from '@/lib/interchange/formats';
import { requireMember } from '@/app/_server/session';

export const metadata: Metadata = { title: 'Export' };

type Props = { params: Promise<{ project: string }> };

export default async function Page({ params }: Props) {
  const { projectId } = await requireMember((await params).project);
  const [attributes, codes] = await Promise.all([listAttributes(projectId), listCodes(projectId)]);
  return <ExportPage projectId={projectId} formats={describedFormats({ attributes, codes })} />;
}
