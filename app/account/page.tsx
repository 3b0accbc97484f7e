import { requireAccount } from '@/app/_server/session';
import { AccountSettings } from '@/components/accounts/account-settings';
import { TopBar } from '@/components/accounts/top-bar';
import { Page } from '@/components/ui/page';
import { listSessions } from '@/lib/accounts/sessions/store';
import { listPasswordLinks } from '@/lib/projects/password-links/store';
import { listProjects } from '@/lib/projects/store';
import { listTokens } from '@/lib/projects/tokens/store';

export const metadata = { title: 'Account' };

export default async function AccountPage() {
  const { id, email, name, sessionId } = await requireAccount('/account');
  const [sessions, links, tokens, cards] = await Promise.all([
    listSessions(id),
    listPasswordLinks(id),
    listTokens(id),
    listProjects(id),
  ]);
  const projects = cards.map(({ id: projectId, title }) => ({ id: projectId, title }));
  const mine = { sessions, links, tokens, projects };
  return (
    <>
      <TopBar name={name} />
      <main>
        <Page title="Account" lead={`You sign in as ${email}.`} narrow>
          <AccountSettings email={email} name={name} current={sessionId} {...mine} />
        </Page>
      </main>
    </>
  );
}
