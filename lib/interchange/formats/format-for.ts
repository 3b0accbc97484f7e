import { Refusal } from '@/lib/errors';
import type { Format, ReadingFormat, WritingFormat } from './format';
import { formats, readingFormats, writingFormats } from '.';

/** The format that somebody named to write in: its name, what its file is called, its ending, or how its name begins. */
export function formatToWrite(asked: string): WritingFormat {
  return named(writingFormats, asked, 'written');
}

/** The format that somebody named to read. */
export function formatToRead(asked: string): ReadingFormat {
  return named(readingFormats, asked, 'read');
}

/** The format that a file of this name would be in. */
export function formatOfFile(path: string): WritingFormat {
  const file = path.split(/[\\/]/).at(-1)!.toLowerCase();
  const known = writingFormats.find(({ name, extension }) => file === `${name}.${extension}`);
  const ending = /\.([^.]+)$/.exec(file)?.[1];
  const format = known ?? writingFormats.find(({ extension }) => extension === ending);
  if (format) return format;
  throw new Refusal('invalid', `no format is written to ${file}; say which with --to: ${listed(writingFormats)}`);
}

function named<F extends Format>(among: readonly F[], asked: string, does: 'read' | 'written'): F {
  const said = asked.toLowerCase().replace(/^\./, '');
  const ways: ((format: Format) => boolean)[] = [
    ({ name }) => name === said,
    ({ name, extension }) => `${name}.${extension}` === said,
    ({ extension }) => extension === said,
    ({ name }) => name.startsWith(said),
  ];
  for (const way of ways) {
    const format = among.find(way);
    if (format) return format;
  }
  const exists = formats.some((format) => ways.some((way) => way(format)));
  const fault = exists ? `${asked} cannot be ${does}` : `there is no format ${asked}`;
  throw new Refusal('invalid', `${fault}; these are ${does}: ${listed(among)}`);
}

function listed(among: readonly Format[]): string {
  return among.map(({ name }) => name).join(', ');
}
