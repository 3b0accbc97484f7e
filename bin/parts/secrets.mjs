import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Fault } from './fault.mjs';
import { inState } from './root.mjs';

/** Every secret of an installation, by the name of the environment variable that overrides it. */
const names = ['NEXTAUTH_SECRET', 'CONCORD_CURSOR_KEY', 'CONCORD_POSTGRES_PASSWORD'];

const leastLength = 32;

/**
 * The secrets of this installation: made at the first start, kept in a file that only its owner reads, the same for
 * every later start. A variable of the environment wins over the file.
 * @param {string} file
 * @param {Record<string, string | undefined>} environment
 */
export function secrets(file = inState('secrets.json'), environment = process.env) {
  const stored = readOrMake(file);
  const missing = names.filter((name) => stored[name] === undefined);
  if (missing.length > 0)
    throw new Fault(`${file} lacks ${missing.join(' and ')}. Add 32 or more random letters for it.`);
  return Object.fromEntries(names.map((name) => [name, longEnough(name, environment[name] || stored[name])]));
}

// The exclusive flag settles which of two first starts makes the secrets; the other one reads them.
function readOrMake(file) {
  try {
    const fresh = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64url')]));
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Fault(
      `The secrets cannot be read from ${file} (${error.message}). Put the file back from a back-up; a new one signs everybody out.`,
    );
  }
}

function longEnough(name, secret) {
  if (typeof secret === 'string' && Buffer.byteLength(secret) >= leastLength) return secret;
  throw new Fault(
    `${name} is shorter than ${leastLength} bytes. Make a longer one, for example with: openssl rand -base64 32`,
  );
}
