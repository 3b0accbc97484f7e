import { expect, it } from 'vitest';
import { droppedFiles } from './dropped-files';

type Tree = { [name: string]: Tree | string };

/** What browsers give for a dropped folder: its entries come some at a time, and the list is empty once the event is over. */
function dropOf(tree: Tree): DataTransfer {
  const items = Object.entries(tree).map(([name, below]) => ({ webkitGetAsEntry: () => entryOf(`/${name}`, below) }));
  const drop = { items, files: [] } as unknown as DataTransfer;
  queueMicrotask(() => items.splice(0));
  return drop;
}

function entryOf(fullPath: string, below: Tree | string): object {
  const entry = { fullPath, name: fullPath.split('/').at(-1)! };
  if (typeof below === 'string')
    return { ...entry, isFile: true, file: (give: (file: File) => void) => give(new File([below], entry.name)) };
  const left = Object.entries(below).map(([name, each]) => entryOf(`${fullPath}/${name}`, each));
  const readEntries = (give: (some: object[]) => void) => queueMicrotask(() => give(left.splice(0, 100)));
  return { ...entry, isFile: false, createReader: () => ({ readEntries }) };
}

it('takes all that lies in dropped folders by its path, in order, and passes over hidden files', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 250 }, (_, n) => [`${String(n).padStart(3, '0')}.txt`, 'words']),
  );
  const found = await droppedFiles(
    dropOf({ 'posts.zip': 'PK', march: { ...many, '.DS_Store': 'x', deeper: { 'last.txt': 'the last' } } }),
  );
  expect(found).toHaveLength(252);
  expect(found.slice(0, 2).map(({ name }) => name)).toEqual(['march/000.txt', 'march/001.txt']);
  expect(found.slice(-2).map(({ name }) => name)).toEqual(['march/deeper/last.txt', 'posts.zip']);
  expect(await found.at(-2)!.bytes.text()).toBe('the last');
});
