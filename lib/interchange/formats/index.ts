import { Refusal } from '@/lib/errors';
import type { Incoming } from '../incoming';
import { archive } from './archive';
import { brat } from './brat';
import { codebook } from './codebook';
import { codebookPage } from './codebook-page';
import { codedPassages } from './coded-passages';
import { dataDictionary } from './data-dictionary';
import { doccano } from './doccano';
import { documents } from './documents';
import type { Described, Format, FormatDescription, ReadingFormat, WritingFormat } from './format';
import { labelStudio } from './label-studio';
import { passageTable } from './passage-table';
import { refiCodebook } from './refi-codebook';
import { refiProject } from './refi-project';
import { taguette } from './taguette';
import { uimaCas } from './uima-cas';
import { unitMarks } from './unit-marks';
import { units } from './units';
import { webAnnotation } from './web-annotation';
import { webanno } from './webanno';
import { workbookFormat } from './workbook';

const tables: readonly Format[] = [codedPassages, codebook, documents, units, unitMarks];
const dictionary = dataDictionary(tables);
const excel = workbookFormat([codebook, documents, dictionary]);
const exchanged: readonly Format[] = [archive, refiProject, refiCodebook, webAnnotation, codebookPage];
const onlyRead: readonly Format[] = [brat, doccano, labelStudio, taguette, webanno, uimaCas, passageTable];

/** Every format there is, in the order the export page shows them. A new one is a file here and a line above. */
export const formats: readonly Format[] = [
  codedPassages,
  excel,
  ...tables.slice(1),
  dictionary,
  ...exchanged,
  ...onlyRead,
];

/** Those that a project can be taken away in. */
export const writingFormats = formats.filter((format): format is WritingFormat => format.write !== undefined);

/** Those that a project can come from. */
export const readingFormats = formats.filter(
  (format): format is ReadingFormat => format.read !== undefined && format.recognises !== undefined,
);

/** What the import page says of them. */
export const readableFormats = readingFormats.map(({ title, extension }) => ({ title, extension }));

/** The format whose download is called this, such as `coded-passages.csv`. */
export function formatNamed(fileName: string): WritingFormat | undefined {
  return writingFormats.find(({ name, extension }) => `${name}.${extension}` === fileName);
}

/** What the export page says of each format. */
export function describedFormats(about: Described): FormatDescription[] {
  return writingFormats.map(({ name, title, extension, mediaType, purpose, loses, filtered, columns }) => {
    return { name, title, extension, mediaType, purpose, loses, filtered, columns: columns?.(about) ?? [] };
  });
}

/**
 * The format of what came in, told by its content; else by its ending, so that reading it says what is wrong with it. A
 * refusal says what can be read.
 */
export async function recognised(incoming: Incoming): Promise<ReadingFormat> {
  for (const format of readingFormats) if (await format.recognises(incoming)) return format;
  const ending = /\.([^.]+)$/.exec(incoming.name.toLowerCase())?.[1];
  const named = readingFormats.findLast(({ extension }) => extension === ending);
  if (named) return named;
  const known = readingFormats.map(({ title, extension }) => `${title} (.${extension})`).join(', ');
  throw new Refusal(
    'unreadable',
    `Nobody can tell what kind of file ${incoming.name} is. These can be read: ${known}.`,
  );
}

export type { Format, FormatDescription, ReadingFormat, WritingFormat } from './format';
