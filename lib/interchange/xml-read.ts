import { SaxesParser } from 'saxes';
import { Refusal } from '@/lib/errors';

/** An element of an XML file. `name` is without its prefix; `text` is all words directly inside, in order. */
export type XmlElement = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
};

/**
 * Reads an XML file that somebody sent into a tree. No entity is ever defined and nothing outside is fetched: a DOCTYPE is
 * refused. So is what no honest file has: elements nested beyond all measure, or thousands of attributes on one.
 */
export function readXml(bytes: Uint8Array, file: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [root];
  const parser = new SaxesParser({ xmlns: true, fileName: file });
  let attributes = 0;
  parser.on('error', (fault) => refuse(file, fault.message.replace(/^[^:]*:/, '')));
  parser.on('doctype', () => refuse(file, 'it has a DOCTYPE, which is not allowed'));
  parser.on('opentagstart', () => (attributes = 0));
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > mostAttributes) refuse(file, `an element has more than ${mostAttributes} attributes`);
  });
  parser.on('opentag', (tag) => {
    if (open.length > deepest) refuse(file, `elements are nested deeper than ${deepest}`);
    const values = Object.values(tag.attributes).map(({ local, value }) => [local, value] as const);
    const element = { name: tag.local, attributes: new Map(values), children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const words = (text: string) => void (open.at(-1)!.text += text);
  parser.on('text', words);
  parser.on('cdata', words);
  const text = characters(bytes, file);
  if (endlessAttribute.test(text)) refuse(file, 'an attribute is far too long');
  parser.write(text).close();
  return root.children[0] ?? refuse(file, 'it is empty');
}

/** The children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Names and quotes are short; a million characters of references in one cost seconds to read. */
const endlessAttribute = /=\s*(?:"[^"<]{1000000}|'[^'<]{1000000})/;
const mostAttributes = 200;
const deepest = 256;

/** XML is UTF-8 unless a byte order mark says UTF-16. */
function characters(bytes: Uint8Array, file: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    refuse(file, `it is not valid ${encoding.toUpperCase()}`);
  }
}

function refuse(file: string, fault: string): never {
  throw new Refusal(
    'unreadable',
    `${file} cannot be read as XML: ${fault.replaceAll(/\s+/g, ' ').replace(/\.$/, '')}.`,
  );
}
