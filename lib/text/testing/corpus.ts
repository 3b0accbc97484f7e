import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { normalise } from '../normalise';

/**
 * Real texts beside the checkout, for those who have them: each name with its normalised text. Names that are not there
 * are left out, so tests loop over what is and pass without any.
 */
export function corpus(...names: string[]): [name: string, text: string][] {
  return names.filter((name) => existsSync(pathOf(name))).map((name) => [name, read(name)]);
}

function read(name: string): string {
  const encoding = name.includes('federalist') ? 'latin1' : 'utf8';
  return normalise(readFileSync(pathOf(name), encoding)).text;
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../../../shared/corpus/${name}`, import.meta.url));
}
