import { redirect } from 'next/navigation';
import { currentAccount } from './_server/session';

export default async function Home() {
  redirect((await currentAccount()) ? '/projects' : '/sign-in');
}
