import { readReview } from '@/app/_server/review';
import { requireMember } from '@/app/_server/session';
import { Review } from '@/components/codebook/review/review';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Codings to look at again' };

type Props = {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReviewPage({ params, searchParams }: Props) {
  const by = await requireMember((await params).project);
  const page = await readReview(by, (await searchParams).code);
  return (
    <Page
      title="Codings to look at again"
      lead="Your own codings that were made under an older meaning of their code. Keep, recode or drop each; Ctrl+Z takes any of it back."
    >
      <Review key={page.codeId} page={page} />
    </Page>
  );
}
