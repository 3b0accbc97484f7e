import type { Metadata } from 'next';
import { requireMember } from '@/app/_server/session';
import { OpenRound } from '@/components/rounds';

export const metadata: Metadata = { title: 'Open a round' };

type Props = { params: Promise<{ project: string }> };

export default async function OpenRoundPage({ params }: Props) {
  await requireMember((await params).project, 'rounds:run');
  return <OpenRound />;
}
