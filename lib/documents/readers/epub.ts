import { Refusal } from '@/lib/errors';
import type { FileProperties } from '../found-values';
import { counted } from './counted';
import { propertiesOf } from './dublin-core';
import type { Reader } from './reader';
import { TextWriter } from './text-writer';
import { namedBy, titleOf } from './titles';
import { writeElement } from './web/body';
import { decodeHtml } from './web/decode';
import { parsePage } from './web/page';
import { descendants, parseXml, textIn, type XmlElement } from './xml';
import { openZip, type Archive } from './zip';

/** E-books (.epub): the chapters in the order in which they are read, each a web page inside the file. */
export const epub: Reader = {
  format: 'epub',
  title: 'E-book',
  extensions: ['.epub'],
  async read(bytes) {
    const archive = await openZip(bytes, 'an e-book (.epub)');
    await refuseLocked(archive);
    const { chapters, title, properties } = await contents(archive);
    const writer = new TextWriter();
    let missing = 0;
    for (const chapter of chapters) {
      const page = await archive.read(chapter);
      if (page) writeElement(writer, parsePage(decodeHtml(page, null).raw).body);
      else missing += 1;
    }
    const { text, blocks } = writer.finish();
    const warnings =
      missing > 0
        ? [`${counted(missing, 'chapter')} that the book lists ${missing === 1 ? 'is' : 'are'} not in the file.`]
        : [];
    return { text, blocks, warnings, title: title ?? titleOf(text, blocks), properties, encoding: null, guessed: false };
  },
};

/** The book's own list: which members are chapters, and in which order they are read. */
async function contents(archive: Archive): Promise<{ chapters: string[]; title: string | null; properties: FileProperties }> {
  const container = await part(archive, 'META-INF/container.xml');
  const name = container && descendants(container, 'rootfile')[0]?.attributes['full-path'];
  const book = name ? await part(archive, name) : null;
  if (!name || !book)
    throw new Refusal('unreadable', 'This is an archive without a book in it, not an e-book (.epub).');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const items = new Map(descendants(book, 'item').map(({ attributes }) => [attributes.id, attributes.href ?? '']));
  const chapters = descendants(book, 'itemref')
    .filter(({ attributes }) => attributes.linear !== 'no')
    .map(({ attributes }) => memberOf(folder, items.get(attributes.idref) ?? ''));
  const said = descendants(book, 'dc:title')[0] ?? descendants(book, 'title')[0];
  return { chapters, title: said ? namedBy(textIn(said)) : null, properties: propertiesOf(book) };
}

async function part(archive: Archive, name: string): Promise<XmlElement | null> {
  const bytes = await archive.read(name);
  return bytes && parseXml(bytes, `The part ${name} of the book`);
}

/** The member that an address in the book's list means. One that leads out of the archive is no member. */
function memberOf(folder: string, address: string): string {
  try {
    return decodeURIComponent(new URL(address, `book:/${folder}`).pathname).replace(/^\/+/, '');
  } catch {
    return '';
  }
}

/** Shops lock the chapters of books; only the fonts of a free book are ever scrambled. */
async function refuseLocked(archive: Archive): Promise<void> {
  const encryption = await part(archive, 'META-INF/encryption.xml');
  const locked = encryption
    ? descendants(encryption, 'CipherReference').map(({ attributes }) => attributes.URI ?? '')
    : [];
  if (locked.every((uri) => /\.(?:otf|ttf|woff2?)$/i.test(uri))) return;
  throw new Refusal('unreadable', 'This e-book is protected against copying and cannot be read here.');
}
