import { codebook } from './codebook';
import { codedPassages } from './coded-passages';
import { dataDictionary } from './data-dictionary';
import { documents } from './documents';
import type { Format } from './format';

const described: readonly Format[] = [codedPassages, codebook, documents];

/** Every format there is, in the order the export page shows them. A new one is a file here and a line above. */
export const formats: readonly Format[] = [...described, dataDictionary(described)];

/** The format whose download is called this, such as `coded-passages.csv`. */
export function formatNamed(fileName: string): Format | undefined {
  return formats.find(({ name, extension }) => `${name}.${extension}` === fileName);
}

export type { Format } from './format';
