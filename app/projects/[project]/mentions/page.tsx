import type { Metadata } from 'next';
import { requireMember } from '@/app/_server/session';
import { Mentions } from '@/components/adjudication/mentions';

export const metadata: Metadata = { title: 'Mentions' };

type Props = { params: Promise<{ project: string }> };

export default async function MentionsPage({ params }: Props) {
  await requireMember((await params).project);
  return <Mentions />;
}
