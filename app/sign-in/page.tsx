import { redirect } from 'next/navigation';
import { currentAccount } from '@/app/_server/session';
import { ownPath } from '@/components/accounts/own-path';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { Gate } from '@/components/ui/gate';
import { needsSetUp } from '@/lib/accounts/store';

export const metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  if (await currentAccount()) redirect(ownPath(next));
  if (await needsSetUp()) redirect('/set-up');
  return (
    <Gate title="Sign in" lead="New here, or forgot your password? Ask whoever runs your project for a link.">
      <SignInForm next={ownPath(next)} />
    </Gate>
  );
}
