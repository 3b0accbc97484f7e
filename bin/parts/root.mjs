import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the checkout. */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/**
 * What this checkout keeps between runs: secrets, the data of the embedded Postgres, its log. Open to be walked
 * through (the user that runs Postgres must reach its data), not to be listed.
 */
export function inState(...parts) {
  const folder = inRoot('.concord');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return join(folder, ...parts);
}
