import { openZip } from './zip';

/** A file of an archive; `name` is its path there, no more than a label. */
export type PackedFile = { name: string; bytes: Uint8Array };

/**
 * The files of a ZIP archive one after another, each unfolded when its turn comes and counted while it unfolds: an archive made to
 * flood a disk ends at the limits of `openZip`. What systems put in beside people's files is passed over.
 */
export async function* filesIn(bytes: Uint8Array): AsyncGenerator<PackedFile> {
  const archive = await openZip(bytes, 'a ZIP archive (.zip)');
  const names = archive.names.filter((name) => !name.endsWith('/') && !isSystems(name));
  for (const name of names.sort((a, b) => (a < b ? -1 : 1))) {
    const unfolded = await archive.read(name);
    if (unfolded) yield { name, bytes: unfolded };
  }
}

function isSystems(name: string): boolean {
  return /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name);
}
