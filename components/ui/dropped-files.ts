/** A file with the name it is shown by: in a folder, its path there. */
export type NamedFile = { name: string; bytes: Blob };

/** Files that were chosen one by one, or as a folder with all that is below it, in the order of their paths. Hidden files are passed over. */
export function chosenFiles(files: Iterable<File>): NamedFile[] {
  const named = [...files].map((file) => ({ name: file.webkitRelativePath || file.name, bytes: file }));
  return named.filter(({ name }) => !/\/\./.test(name)).sort(byName);
}

/** The files of a drop, also those in folders, in the order of their paths. Hidden files are passed over. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<NamedFile[]> {
  // The list is emptied as soon as the event is over, so all of it is asked for before the first wait.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return chosenFiles(files);
  const found = await Promise.all(entries.map(filesBelow));
  return found.flat().sort(byName);
}

function byName(a: NamedFile, b: NamedFile): number {
  return a.name < b.name ? -1 : 1;
}

async function filesBelow(entry: FileSystemEntry): Promise<NamedFile[]> {
  const name = entry.fullPath.replace(/^\//, '');
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ name, bytes: file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: NamedFile[] = [];
  // A reader gives a hundred entries at a time, and none when there are no more.
  for (let some = await next(reader); some.length > 0; some = await next(reader)) {
    for (const each of some) found.push(...(await filesBelow(each)));
  }
  return found;
}

function next(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
