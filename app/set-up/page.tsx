import { notFound } from 'next/navigation';
import { SetUpForm } from '@/components/accounts/set-up-form';
import { Gate } from '@/components/ui/gate';
import { needsSetUp } from '@/lib/accounts/store';

export const metadata = { title: 'Set up' };

export default async function SetUpPage() {
  if (!(await needsSetUp())) notFound();
  return (
    <Gate title="Set up this server" lead="Nobody has an account here yet. Make the first one; everybody else comes in by invitation.">
      <SetUpForm />
    </Gate>
  );
}
