import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Refusal } from '@/lib/errors';

/**
 * An element of an office document or an e-book. Names and attributes are written with the prefixes of `namespaces`,
 * whatever prefixes the file uses: `w:p`, `text:h`. What belongs to none of them has no prefix.
 */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
};

/** Elements deeper than this occur in files made to exhaust whoever reads them, and in no document. */
const deepest = 256;
const mostAttributes = 1_000;

/**
 * The root element of an XML file. A document type is refused (it may define entities that grow or reach out), and so
 * is what is nested beyond reason. `part` names the file in what people read.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [root];
  const parser = new SaxesParser({ xmlns: true, position: false });
  const refuse = (why: string): never => {
    throw new Refusal(
      'unreadable',
      `${part} ${why}, so this file was not read. Open it in the program it was made with and save it again.`,
    );
  };
  parser.on('doctype', () =>
    refuse('has a document type (DOCTYPE), which is not allowed here because it can define entities'),
  );
  parser.on('error', () => refuse('is damaged: it is not well-formed XML'));
  parser.on('opentag', (tag) => {
    if (open.length > deepest) refuse(`is nested more than ${deepest} elements deep`);
    if (Object.keys(tag.attributes).length > mostAttributes)
      refuse(`has an element with more than ${mostAttributes} attributes`);
    const element = { name: nameOf(tag), attributes: attributesOf(tag), children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const keep = (text: string) => void open.at(-1)!.children.push(text);
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.write(decodeXml(bytes, refuse)).close();
  return root.children.find((child) => typeof child !== 'string') ?? refuse('is damaged: it is empty');
}

/** The child elements of this name; all of them without one. */
export function elements(parent: XmlElement | null | undefined, name?: string): XmlElement[] {
  const all = (parent?.children ?? []).filter((child) => typeof child !== 'string');
  return name === undefined ? all : all.filter((child) => child.name === name);
}

/** The first child element of this name. */
export function element(parent: XmlElement | null | undefined, name: string): XmlElement | null {
  for (const child of parent?.children ?? []) if (typeof child !== 'string' && child.name === name) return child;
  return null;
}

/** All words inside an element. */
export function textIn(parent: XmlElement): string {
  return parent.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** All elements of a name, at any depth, in the order of the file. */
export function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** UTF-8 unless a byte order mark or the declaration says otherwise, as XML has it. Nothing is ever replaced. */
function decodeXml(bytes: Uint8Array, refuse: (why: string) => never): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const wide =
    head.startsWith('\xff\xfe') || head.startsWith('<\0')
      ? 'utf-16le'
      : /^(?:\xfe\xff|\0<)/.test(head)
        ? 'utf-16be'
        : null;
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  const label = wide ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return refuse(`is damaged: its characters are not valid ${label.toUpperCase()}`);
  }
}

function nameOf({ uri, local }: { uri: string; local: string }): string {
  const prefix = namespaces[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  return Object.fromEntries(Object.values(tag.attributes).map((attribute) => [nameOf(attribute), attribute.value]));
}

/** Word's two families of namespaces ("transitional", which everybody writes, and "strict"), OpenDocument's, Dublin Core's. */
const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:meta:1.0': 'meta',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
};
