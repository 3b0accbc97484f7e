import { requireAccount } from '@/app/_server/session';
import { AccountSettings } from '@/components/accounts/account-settings';
import { TopBar } from '@/components/accounts/top-bar';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Account' };

export default async function AccountPage() {
  const { email, name } = await requireAccount('/account');
  return (
    <>
      <TopBar name={name} />
      <main>
        <Page title="Account" lead={`You sign in as ${email}.`} narrow>
          <AccountSettings email={email} name={name} />
        </Page>
      </main>
    </>
  );
}
