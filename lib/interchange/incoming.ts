import type { Archive } from './archive';
import { isZip, openZip } from './zip-read';

/** What came in: one file, or several that belong together, by their paths with `/`. */
export type Incoming = { name: string; files: ReadonlyMap<string, Uint8Array> };

/** What a file held. `notes`: whole sentences on what did not come in, or came in otherwise than it stood there. */
export type Reading = { archive: Archive; notes: string[] };

export function oneFile(name: string, bytes: Uint8Array): Incoming {
  return { name, files: new Map([[name.split(/[\\/]/).at(-1)!, bytes]]) };
}

/** What a file is called without its folders and ending: a title where the file has none. */
export function bareName(path: string): string {
  return (
    path
      .split(/[\\/]/)
      .at(-1)!
      .replace(/\.[^.]*$/, '') || 'Untitled'
  );
}

/** The bytes of what came in as a single file; null where several did. */
export function onlyFile({ files }: Incoming): Uint8Array | null {
  return files.size === 1 ? files.values().next().value! : null;
}

/** The files of a zip archive instead of the archive; anything else as it is. */
export async function unpacked(incoming: Incoming): Promise<Incoming> {
  const bytes = onlyFile(incoming);
  if (!bytes || !isZip(bytes)) return incoming;
  const zip = await openZip(bytes);
  const files = new Map<string, Uint8Array>();
  for (const name of zip.names.filter((each) => !clutter.test(each))) files.set(name, await zip.bytes(name));
  return { name: incoming.name, files };
}

/** What operating systems leave in folders and archives. */
const clutter = /(^|\/)(__MACOSX\/|\.)/;
