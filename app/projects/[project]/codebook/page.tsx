import type { Metadata } from 'next';
import { requireMember } from '@/app/_server/session';
import { Codebook } from '@/components/codebook';
import { countOwnOutdated } from '@/lib/codings/outdated/store';
import { countByCode } from '@/lib/codings/store';
import { sealFor } from '@/lib/rounds/store';

export const metadata: Metadata = { title: 'Codebook' };

type Props = { params: Promise<{ project: string }> };

export default async function CodebookPage({ params }: Props) {
  const { projectId, userId } = await requireMember((await params).project);
  const [counts, outdated] = await Promise.all([
    countByCode(projectId, await sealFor(projectId, userId)),
    countOwnOutdated(projectId, userId),
  ]);
  return <Codebook counts={counts} outdated={outdated} />;
}
