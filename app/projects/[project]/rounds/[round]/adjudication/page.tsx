import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readDecided, readDifferencesOf } from '@/app/_server/adjudication';
import { requireMember } from '@/app/_server/session';
import { Adjudication } from '@/components/adjudication';
import { OpenStill } from '@/components/adjudication/open-still';
import { passageAt } from '@/components/adjudication/queue';
import type { SearchParams } from '@/components/agreement/choices';
import { counted } from '@/components/agreement/refused';
import { Page } from '@/components/ui/page';
import { listRounds } from '@/lib/rounds/store';

export const metadata: Metadata = { title: 'Settle differences' };

type Props = { params: Promise<{ project: string; round: string }>; searchParams: Promise<SearchParams> };

export default async function AdjudicationPage({ params, searchParams }: Props) {
  const [{ project, round: roundId }, asked] = await Promise.all([params, searchParams]);
  const by = await requireMember(project);
  const round = (await listRounds(by.projectId)).find(({ id }) => id === roundId) ?? notFound();
  if (round.closedAt === null) return <OpenStill projectId={project} title={round.title} />;
  const at = passageAt([asked.at ?? []].flat()[0]);
  const view = { named: asked.names === 'shown', page: Number(asked.page) || 1, at };
  const decided = await readDecided(by, round);
  const show = (queue: Awaited<ReturnType<typeof readDifferencesOf>>) => (
    <Adjudication key={queue.first} round={round} queue={queue} decided={decided} at={at} />
  );
  return (
    <Page title={`Differences in “${round.title}”`}>{await counted(readDifferencesOf(by, round, view), show)}</Page>
  );
}
