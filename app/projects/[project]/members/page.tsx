import { mailIsSet } from '@/app/_server/mail';
import { requireMember } from '@/app/_server/session';
import { Members } from '@/components/members/members';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Members' };

type Props = { params: Promise<{ project: string }> };

export default async function MembersPage({ params }: Props) {
  await requireMember((await params).project);
  return (
    <Page title="Members" lead="Who takes part, and in which role. The ring around the initials is how a coder’s brackets are drawn." narrow>
      <Members mail={mailIsSet()} />
    </Page>
  );
}
