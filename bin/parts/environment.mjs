import { existsSync } from 'node:fs';
import { inRoot } from './root.mjs';

/** Reads `.env` of the checkout if there is one; variables that are set already win. */
export function readEnvironmentFile() {
  const file = inRoot('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
