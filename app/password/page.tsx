import { NewPassword } from '@/components/accounts/new-password';

export const metadata = { title: 'New password' };

export default function PasswordPage() {
  return <NewPassword />;
}
