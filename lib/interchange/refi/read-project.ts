import { Refusal } from '@/lib/errors';
import { Draft } from '../draft';
import { bareName, type Reading } from '../incoming';
import { childOf, childrenOf, readXml, type XmlElement } from '../xml-read';
import { openZip, type ZipFiles } from '../zip-read';
import { key, readCodes, type ReadNote, type ReadNotes } from './read-codes';
import { readSources } from './read-sources';
import { readCases, readVariables } from './read-variables';

/** Where a project's texts are: in the archive, or nowhere, when only the `.qde` came. */
export type Texts = { names: readonly string[]; bytes(name: string): Promise<Uint8Array> } | null;

/** What sources refer to: everything by key, as files spell it. */
export type Known = {
  notes: ReadNotes;
  codes: ReadonlyMap<string, string>;
  users: ReadonlyMap<string, string>;
  cases: ReadonlySet<string>;
  variables: ReadonlyMap<string, string>;
  origin: string;
};

/**
 * Reads a REFI-QDA project as programs really write it: elements in any order, names in any case, positions in the
 * program's own unit. What is ambiguous or would lose a coding is refused; the rest is noted.
 */
export async function readProject(bytes: Uint8Array, fileName: string): Promise<Reading> {
  const zip = await openZip(bytes);
  const name = projectFile(zip);
  return readQde(await zip.bytes(name), fileName, zip);
}

/** Reads a `project.qde`, with the archive that holds its texts if there is one. */
export async function readQde(bytes: Uint8Array, fileName: string, texts: Texts): Promise<Reading> {
  const root = readXml(bytes, 'project.qde');
  if (root.name !== 'Project')
    throw new Refusal('unreadable', `This is no REFI-QDA project: it begins with ${root.name}.`);
  const draft = new Draft(root.attributes.get('name')?.trim() || bareName(fileName));
  const notes = await notesOf(root, texts);
  const codeBook = childOf(root, 'CodeBook') ?? childOf(root, 'Codebook');
  const known: Known = {
    notes,
    codes: readCodes(draft, codeBook, { notes, origin: root.attributes.get('origin') }),
    users: readUsers(draft, root),
    cases: new Set(childrenOf(childOf(root, 'Cases'), 'Case').map((each) => key(each.attributes.get('guid')))),
    variables: readVariables(draft, root),
    origin: root.attributes.get('origin') ?? '',
  };
  const documents = await readSources(draft, childOf(root, 'Sources'), { known, texts });
  readCases(draft, root, { known, documents });
  draft.description = childOf(root, 'Description')?.text ?? '';
  noteTheRest(draft, root);
  return draft.reading();
}

function projectFile({ names }: ZipFiles): string {
  const found = names.filter((name) => /(^|\/)[^/]*\.qde$/i.test(name) && !name.startsWith('__MACOSX/'));
  if (found.length === 1) return found[0]!;
  const fault = found.length === 0 ? 'it holds no project.qde' : `it holds two projects, ${found[0]} and ${found[1]}`;
  throw new Refusal('unreadable', `This is no REFI-QDA project that could be read: ${fault}.`);
}

function readUsers(draft: Draft, root: XmlElement): Map<string, string> {
  const users = childrenOf(childOf(root, 'Users'), 'User').map(({ attributes }): [string, string] => {
    const own = key(attributes.get('guid') ?? attributes.get('id'));
    return [own, draft.member(own, attributes.get('name') || attributes.get('id') || '')];
  });
  return new Map(users);
}

async function notesOf(root: XmlElement, texts: Texts): Promise<Map<string, ReadNote>> {
  const notes = new Map<string, ReadNote>();
  for (const element of childrenOf(childOf(root, 'Notes'), 'Note')) {
    const text = await plainText(element, texts);
    const description = childOf(element, 'Description')?.text ?? '';
    const name = element.attributes.get('name') ?? '';
    notes.set(key(element.attributes.get('guid')), { name, text: text ?? '', description });
  }
  return notes;
}

/** The words of a source or note: inside the XML, or in the file that it names; null when that is not there. */
export async function plainText(element: XmlElement, texts: Texts): Promise<string | null> {
  const inside = childOf(element, 'PlainTextContent');
  if (inside) return inside.text;
  const path = element.attributes.get('plainTextPath') ?? '';
  const file = path.split(/[/\\]/).at(-1)!.toLowerCase();
  const name = file && texts?.names.find((each) => each.split('/').at(-1)!.toLowerCase() === file);
  if (!texts || !name) return null;
  return decodedText(await texts.bytes(name), name);
}

/** Texts are UTF-8 by the standard; a byte order mark is not counted and goes. */
function decodedText(bytes: Uint8Array, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal('unreadable', `The source ${name} is not valid UTF-8. Export the project again.`, { cause });
  }
}

function noteTheRest(draft: Draft, root: XmlElement): void {
  const count = (list: string, name: string) => childrenOf(childOf(root, list), name).length;
  draft.note('Links between passages or notes, which did not come in: #.', count('Links', 'Link'));
  draft.note('Sets (groups of codes or documents), which did not come in: #.', count('Sets', 'Set'));
  draft.note('Graphs, which did not come in: #.', count('Graphs', 'Graph'));
  draft.note('Notes on the project as a whole, which did not come in: #.', childrenOf(root, 'NoteRef').length);
}
