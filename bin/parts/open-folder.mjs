import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Fault } from './fault.mjs';
import { canWalk } from './postgres-user.mjs';
import { root } from './root.mjs';

/**
 * A folder outside this checkout that `identity` can walk into, for when the checkout lies under a closed folder
 * such as /root. Its name comes from the checkout's path, so the next start finds it again.
 */
export function openFolder(name, identity) {
  const own = `concord-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  const candidates = ['/var/lib', '/var/tmp', tmpdir()].map((parent) => join(parent, own, name));
  const found =
    candidates.find((folder) => existsSync(folder) && canMake(folder, identity)) ??
    candidates.find((folder) => canMake(folder, identity));
  if (found) return found;
  throw new Fault(
    `Postgres runs as the user "postgres", which can walk into neither ${root} nor ${candidates.join(' nor ')}. ` +
      'Move the checkout to a folder that is open to all, or set DATABASE_URL to a Postgres of your own.',
  );
}

/** A parent for throw-away folders that `identity` can walk into. */
export function openTemporaryParent(identity) {
  const found = [tmpdir(), '/var/tmp', '/tmp'].find((folder) => existsSync(folder) && canWalk(folder, identity));
  if (found) return found;
  throw new Fault(
    `The user "postgres" can walk into no folder for temporary files. Set TMPDIR to one that is open to all.`,
  );
}

// A folder that somebody else made beforehand in a place open to all is not trusted.
function canMake(folder, identity) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return statSync(dirname(folder)).uid === process.getuid() && canWalk(folder, identity);
  } catch {
    return false;
  }
}
