import { signIn } from 'next-auth/react';

/** Signs this browser in. Rejects with a sentence if the address and password do not fit, or too many were tried. */
export async function enter(credentials: { email: string; password: string }): Promise<void> {
  const answer = await signIn('credentials', { ...credentials, redirect: false });
  if (answer?.ok && !answer.error) return;
  const noFit = 'There is no account with this e-mail address and password. Please check both and try again.';
  throw new Error(answer?.error && answer.error !== 'CredentialsSignin' ? answer.error : noFit);
}
