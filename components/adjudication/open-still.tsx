import Link from 'next/link';
import { Empty } from '@/components/ui/empty';
import { Page } from '@/components/ui/page';

/** While a round is open there are no differences to see, for anybody. */
export function OpenStill({ projectId, title }: { projectId: string; title: string }) {
  return (
    <Page title={`Differences in “${title}”`}>
      <Empty title="This round is still open">
        <p>
          Until it closes, everyone sees only their own codings. Then the differences are listed here, to be settled.
        </p>
        <Link href={`/projects/${projectId}/rounds`}>Back to the rounds</Link>
      </Empty>
    </Page>
  );
}
