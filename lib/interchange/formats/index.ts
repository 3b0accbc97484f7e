import { Refusal } from '@/lib/errors';
import type { Incoming } from '../incoming';
import { archive } from './archive';
import { codebook } from './codebook';
import { codedPassages } from './coded-passages';
import { dataDictionary } from './data-dictionary';
import { documents } from './documents';
import { refiCodebook } from './refi-codebook';
import { refiProject } from './refi-project';
import type { Described, Format, FormatDescription, ReadingFormat, WritingFormat } from './format';

const tables: readonly Format[] = [codedPassages, codebook, documents];

/** Every format there is, in the order the export page shows them. A new one is a file here and a line above. */
export const formats: readonly Format[] = [...tables, dataDictionary(tables), archive, refiProject, refiCodebook];

/** Those that a project can be taken away in. */
export const writingFormats = formats.filter((format): format is WritingFormat => format.write !== undefined);

/** Those that a project can come from. */
export const readingFormats = formats.filter(
  (format): format is ReadingFormat => format.read !== undefined && format.recognises !== undefined,
);

/** The format whose download is called this, such as `coded-passages.csv`. */
export function formatNamed(fileName: string): WritingFormat | undefined {
  return writingFormats.find(({ name, extension }) => `${name}.${extension}` === fileName);
}

/** What the export page says of each format. */
export function describedFormats(about: Described): FormatDescription[] {
  return writingFormats.map(({ columns, write: _write, read: _read, recognises: _recognises, ...description }) => {
    return { ...description, columns: columns?.(about) ?? [] };
  });
}

/** The format of what came in, told by its content; a refusal says what can be read. */
export async function recognised(incoming: Incoming): Promise<ReadingFormat> {
  for (const format of readingFormats) if (await format.recognises(incoming)) return format;
  const known = readingFormats.map(({ title, extension }) => `${title} (.${extension})`).join(', ');
  throw new Refusal(
    'unreadable',
    `Nobody can tell what kind of file ${incoming.name} is. These can be read: ${known}.`,
  );
}

export type { Format, FormatDescription, ReadingFormat, WritingFormat } from './format';
