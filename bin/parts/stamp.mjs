import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One hash over the names and contents of files and folders; what `leaveOut(path)` accepts is not counted.
 * @param {string[]} paths
 * @param {(path: string) => boolean} leaveOut
 */
export function fingerprint(paths, leaveOut = () => false) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path, leaveOut);
  return hash.digest('hex');
}

/** Whether a stamp file holds this text. */
export function isStamped(file, text) {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

/** Writes a stamp, once the work that it vouches for is done. */
export function stamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function addTo(hash, path, leaveOut) {
  if (!existsSync(path) || leaveOut(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name), leaveOut);
  } else {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
}
