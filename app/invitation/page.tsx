import { currentAccount } from '@/app/_server/session';
import { Invitation } from '@/components/accounts/invitation';

export const metadata = { title: 'Invitation' };

export default async function InvitationPage() {
  const account = await currentAccount();
  return <Invitation account={account && { name: account.name, email: account.email }} />;
}
