import { readHistory } from '@/app/_server/history';
import { requireMember } from '@/app/_server/session';
import { History } from '@/components/history/history';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'History' };

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HistoryPage({ params, searchParams }: Props) {
  const by = await requireMember((await params).project, 'history:read');
  return (
    <Page title="History" lead="Everything that changed this project, newest first. What can be taken back can be taken back here; deleted documents and codes for 30 days. Times are UTC." narrow>
      <History page={await readHistory(by, await searchParams)} />
    </Page>
  );
}
