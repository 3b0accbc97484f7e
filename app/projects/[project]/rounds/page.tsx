import type { Metadata } from 'next';
import { mailIsSet } from '@/app/_server/mail';
import { requireMember } from '@/app/_server/session';
import { Rounds } from '@/components/rounds';

export const metadata: Metadata = { title: 'Rounds' };

type Props = { params: Promise<{ project: string }> };

export default async function RoundsPage({ params }: Props) {
  await requireMember((await params).project);
  return <Rounds mail={mailIsSet()} />;
}
