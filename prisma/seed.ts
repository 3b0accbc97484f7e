import { closeSetUp, offerSetUp } from '@/lib/accounts/store';
import { db } from '@/lib/db';
import { demoPassword } from '@/bin/parts/demo.mjs';
import { buildDemo } from './demo';

/**
 * What an empty server begins with: the demo study, or, where CONCORD_SETUP_CODE is given, nothing but a door that
 * opens once to whoever holds that code. A server with people in it is left alone.
 */
async function seed(): Promise<void> {
  if ((await db().user.count()) > 0) return;
  const code = process.env.CONCORD_SETUP_CODE;
  if (code) return offerSetUp(code);
  await buildDemo(demoPassword);
  await closeSetUp();
}

try {
  await seed();
} finally {
  await db().$disconnect();
}
