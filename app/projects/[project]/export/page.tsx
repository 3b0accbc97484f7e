import type { Metadata } from 'next';
import { ExportPage } from '@/components/export/export-page';
import { requireMember } from '@/app/_server/session';

export const metadata: Metadata = { title: 'Export' };

type Props = { params: Promise<{ project: string }> };

export default async function Page({ params }: Props) {
  const { projectId } = await requireMember((await params).project);
  return <ExportPage projectId={projectId} />;
}
