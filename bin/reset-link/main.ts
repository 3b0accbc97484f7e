import { listenAddress } from '../parts/listen-address.mjs';
import { db } from '@/lib/db';
import { passwordLinkHours } from '@/lib/projects';
import { makeServerLink } from '@/lib/projects/password-links/store';

/** Prints a link that sets a new password for the account with the address that is given. */
const [email = ''] = process.argv.slice(2);
const secret = await makeServerLink(email);
if (secret) {
  console.log(`${listenAddress(process.env).publicUrl}/password#${secret}`);
  console.log(
    `Give it to the owner of ${email} alone. It sets a new password once, within ${passwordLinkHours} hours, and ends every session.`,
  );
} else {
  console.error(`Nobody here signs in as ${email}.`);
  process.exitCode = 1;
}
await db().$disconnect();
