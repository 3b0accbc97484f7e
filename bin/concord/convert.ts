import { createWriteStream, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isRefusal, Refusal } from '@/lib/errors';
import type { Archive } from '@/lib/interchange';
import { recognised } from '@/lib/interchange/formats';
import { formatOfFile, formatToRead, formatToWrite } from '@/lib/interchange/formats/format-for';
import { oneFile, type Incoming } from '@/lib/interchange/incoming';
import { complain, print } from './print';

type Asked = { from: string | null; to: string | null; places: string[] };

/**
 * `concord convert IN OUT [--from F] [--to F]`: reads a project from a file or folder and writes it in another format,
 * without server or database. One line of JSON on standard output says what was in it and what was left out or altered;
 * what cannot be done leaves one line on standard error, no file, and the exit status 2.
 */
export async function convert(words: readonly string[]): Promise<number> {
  try {
    await run(parsed(words));
    return 0;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!isRefusal(error) && !code) throw error;
    complain(message);
    return 2;
  }
}

function parsed(words: readonly string[]): Asked {
  const asked: Asked = { from: null, to: null, places: [] };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const option = /^--(from|to)(?:=(.*))?$/s.exec(word);
    if (option)
      asked[option[1] as 'from' | 'to'] = option[2] ?? rest.shift() ?? fail(`${word} needs the name of a format`);
    else if (word.startsWith('--')) fail(`unknown option ${word}`);
    else asked.places.push(word);
  }
  if (asked.places.length !== 2)
    fail('name what to read and where to write: concord convert IN OUT [--from F] [--to F]');
  return asked;
}

async function run({ from, to, places }: Asked): Promise<void> {
  const [source, target] = places as [string, string];
  const written = to ? formatToWrite(to) : formatOfFile(target);
  const incoming = taken(source);
  const format = from ? formatToRead(from) : await recognised(incoming);
  const { archive, notes } = await about(source, () => format.read(incoming));
  await whole(target, written.write(archive, 'exact'));
  const counts = await counted(archive);
  const line = { in: source, out: target, from: format.name, to: written.name, ...counts, notes, loses: written.loses };
  print(1, JSON.stringify(line));
}

/** What a refusal is about stands before it, as scripts that convert many files need. */
async function about<T>(source: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new Refusal(error.code, `${source}: ${error.message}`, { cause: error });
  }
}

/** The file, or all files of the folder; annotations that stand off their text come with it. */
function taken(source: string): Incoming {
  const found = statSync(source, { throwIfNoEntry: false }) ?? fail(`${source}: there is no such file`);
  if (found.isDirectory()) return { name: source, files: new Map(filesIn(source, '')) };
  const { name, files } = oneFile(source, readFileSync(source));
  const companions = /\.(ann|txt)$/i.test(source) ? companionsOf(source) : [];
  return { name, files: companions.length > 1 ? new Map(companions) : files };
}

function filesIn(folder: string, within: string): [string, Uint8Array][] {
  const entries = readdirSync(join(folder, within), { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.'),
  );
  return entries.flatMap((entry): [string, Uint8Array][] => {
    const path = within ? `${within}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesIn(folder, path);
    return entry.isFile() ? [[path, readFileSync(join(folder, path))]] : [];
  });
}

function companionsOf(source: string): [string, Uint8Array][] {
  const bare = source.replace(/\.[^.]+$/, '');
  const there = [`${bare}.txt`, `${bare}.ann`].filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  return there.map((path) => [basename(path), readFileSync(path)]);
}

/** Writes beside the target and moves there at the end: a file that is there is whole. */
async function whole(target: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}`);
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(beside));
    renameSync(beside, target);
  } finally {
    rmSync(beside, { force: true });
  }
}

async function counted(archive: Archive) {
  const uses = Object.values(await archive.uses());
  return {
    documents: archive.documents.length,
    codes: archive.codes.length,
    coders: archive.members.length,
    codings: uses.reduce((sum, each) => sum + each, 0),
  };
}

function fail(fault: string): never {
  throw new Refusal('invalid', fault);
}
