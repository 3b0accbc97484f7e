import { runOnDatabase } from '../parts/on-database.mjs';
import { print } from './print';

/** concord reset-link EMAIL: a link to a new password for any account, for whoever runs the server. */
export async function resetLink(words: readonly string[]): Promise<number> {
  const [email, ...rest] = words;
  if (!email || rest.length > 0) {
    print(2, 'usage: concord reset-link EMAIL');
    return 2;
  }
  return runOnDatabase('bin/reset-link/main.ts', [email]);
}
