import { Refusal } from '@/lib/errors';
import type { FileProperties } from '../../found-values';
import { leniently, propertiesOf } from '../dublin-core';
import { elements, parseXml, type XmlElement } from '../xml';
import { openZip, type Archive } from '../zip';
import { numberingOf, type Numbering } from './numbering';
import { stylesOf, type Styles } from './styles';

/** The parts of a Word document that its words are in or hang on. */
export type Parts = {
  document: XmlElement;
  styles: Styles;
  numbering: Numbering;
  /** Notes by id. */
  footnotes: ReadonlyMap<string, XmlElement>;
  endnotes: ReadonlyMap<string, XmlElement>;
  /** How many comments there are, and whether page headers or footers say anything. */
  comments: number;
  hasHeaders: boolean;
  properties: FileProperties;
};

/** Finds the parts as the format has it: by what a relationship is for, never by a path that leaves the archive. */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  const archive = await openZip(bytes, 'a Word document (.docx)');
  const [main] = await targets(archive, '', 'officeDocument');
  const name = main ?? 'word/document.xml';
  const document = await part(archive, name);
  if (!document || document.name !== 'w:document') refuseOther(archive);
  const first = async (kind: string) => part(archive, (await targets(archive, name, kind))[0]);
  const headers = [...(await targets(archive, name, 'header')), ...(await targets(archive, name, 'footer'))];
  let hasHeaders = false;
  for (const each of headers) hasHeaders ||= saysSomething(await part(archive, each));
  return {
    document,
    styles: stylesOf(await first('styles')),
    numbering: numberingOf(await first('numbering')),
    footnotes: byId(await first('footnotes'), 'w:footnote'),
    endnotes: byId(await first('endnotes'), 'w:endnote'),
    comments: elements(await first('comments'), 'w:comment').length,
    hasHeaders,
    properties: propertiesOf(leniently(await archive.read((await targets(archive, '', 'core-properties'))[0] ?? 'docProps/core.xml'))),
  };
}

async function part(archive: Archive, name: string | undefined): Promise<XmlElement | null> {
  const bytes = name === undefined ? null : await archive.read(name);
  return bytes && parseXml(bytes, `The part ${name} of the document`);
}

/** Members that a part (the archive itself: '') is related to for a purpose. Targets outside the archive are no members. */
async function targets(archive: Archive, source: string, purpose: string): Promise<string[]> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const relations = await part(archive, `${folder}_rels/${source.slice(folder.length)}.rels`);
  return elements(relations)
    .filter(({ attributes }) => attributes.Type?.endsWith(`/${purpose}`) && attributes.TargetMode !== 'External')
    .map(({ attributes: { Target = '' } }) => (Target.startsWith('/') ? Target.slice(1) : folder + Target))
    .filter((name) => archive.names.includes(name));
}

function byId(root: XmlElement | null, name: string): Map<string, XmlElement> {
  return new Map(elements(root, name).map((note) => [note.attributes['w:id'] ?? '', note]));
}

function saysSomething(element: XmlElement | null): boolean {
  return elements(element).some((child) =>
    child.name === 'w:t'
      ? child.children.some((words) => typeof words === 'string' && /\p{L}/u.test(words))
      : saysSomething(child),
  );
}

function refuseOther(archive: Archive): never {
  const other = ['xl/', 'ppt/'].find((folder) => archive.names.some((name) => name.startsWith(folder)));
  const what =
    other === 'xl/'
      ? 'an Excel workbook'
      : other === 'ppt/'
        ? 'a PowerPoint presentation'
        : 'an archive without a Word document in it';
  throw new Refusal(
    'unreadable',
    `This is ${what}, not a Word document (.docx). Save its text as .docx or plain text, or paste its words.`,
  );
}
