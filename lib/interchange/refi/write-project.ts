import type { Coding } from '@/lib/codings';
import type { DocumentSummary } from '@/lib/documents';
import { codePointRuler } from '@/lib/text';
import type { Archive } from '../archive';
import { ByteWriter, encoded } from '../byte-writer';
import { guidOf, nameGuid } from '../guid';
import { xmlAttributes, xmlText } from '../xml-write';
import { zipped, type ZipEntry } from '../zip-write';
import { writtenVariables, type WrittenVariable } from './variables';
import { codesXml, noteRef, type Note } from './write-codes';

/**
 * A REFI-QDA project (1.0, as "REFI-QDA 1.5" prints it): texts as UTF-8 with LF and no byte order mark, selections in
 * Unicode code points, one selection per passage with all codings on it. It streams; only memos are held back, because
 * the standard puts all notes behind all sources.
 */
export function writeProject(archive: Archive): AsyncGenerator<Uint8Array> {
  return zipped(entries(archive));
}

async function* entries(archive: Archive): AsyncGenerator<ZipEntry> {
  yield { name: 'project.qde', content: qde(archive) };
  for (const { id } of archive.documents) {
    const { text } = await archive.text(id);
    yield { name: `sources/${guidOf(id)}.txt`, content: [encoded(text)] };
  }
}

async function* qde(archive: Archive): AsyncGenerator<Uint8Array> {
  const notes: Note[] = [];
  const variables = writtenVariables(archive);
  yield encoded(head(archive, variables, notes));
  if (archive.documents.length > 0) {
    yield encoded('<Sources>');
    yield* sources(archive, variables, notes);
    yield encoded('</Sources>\n');
  }
  if (notes.length > 0) {
    yield encoded('<Notes>');
    for (const note of notes) yield encoded(noteXml(note));
    yield encoded('</Notes>\n');
  }
  const { description } = archive.project;
  if (description) yield encoded(`<Description>${xmlText(description)}</Description>\n`);
  yield encoded('</Project>\n');
}

const namespace = 'urn:QDA-XML:project:1.0';

function head({ project, members, codes }: Archive, variables: WrittenVariable[], notes: Note[]): string {
  const about = {
    ...{ xmlns: namespace, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' },
    'xsi:schemaLocation': `${namespace} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd`,
    ...{ name: project.title, origin: 'Concord' },
  };
  const users = members.map(({ id, name }) => `<User${xmlAttributes({ guid: guidOf(id), name })}/>`).join('');
  const variable = ({ guid, name, type }: WrittenVariable) =>
    `<Variable${xmlAttributes({ guid, name, typeOfVariable: type })}/>`;
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<Project${xmlAttributes(about)}>`,
    users && `<Users>${users}</Users>`,
    codes.length > 0 && `<CodeBook>${codesXml(codes, notes)}</CodeBook>`,
    variables.length > 0 && `<Variables>${variables.map(variable).join('')}</Variables>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Documents in order, each with the codings that come for it. */
async function* sources(archive: Archive, variables: WrittenVariable[], notes: Note[]): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter();
  const open = [...archive.documents];
  let page = null as Page | null;
  const turnTo = async (documentId: string | null) => {
    while (page?.id !== documentId) {
      if (page) out.text(`${endSelection(page)}${endSource(page, variables)}`);
      const next = open.shift();
      if (!next) return;
      page = await openPage(archive, next);
      out.text(startSource(next));
    }
  };
  for await (const batch of archive.codings()) {
    for (const coding of batch) {
      if (page?.id !== coding.documentId) await turnTo(coding.documentId);
      out.text(selectionXml(page!, coding, notes));
    }
    yield out.take();
  }
  await turnTo(null);
  yield out.take();
}

/** The document that the codings have come to, and the selection that stands open in it. */
type Page = { id: string; summary: DocumentSummary; toCodePoint: (offset: number) => number; selection: string };

async function openPage(archive: Archive, summary: DocumentSummary): Promise<Page> {
  const { text } = await archive.text(summary.id);
  return { id: summary.id, summary, toCodePoint: codePointRuler(text).toCodePoint, selection: '' };
}

function startSource({ id, title, createdAt }: DocumentSummary): string {
  const guid = guidOf(id);
  const values = { guid, name: title, plainTextPath: `internal://${guid}.txt`, creationDateTime: createdAt };
  return `<TextSource${xmlAttributes(values)}>`;
}

function endSource({ summary }: Page, variables: WrittenVariable[]): string {
  const values = variables.map(({ guid, attribute, type }) => {
    const value = summary.attributes[attribute.key];
    if (value === undefined || value === '') return '';
    return `<VariableValue><VariableRef targetGUID="${guid}"/><${type}Value>${xmlText(value)}</${type}Value></VariableValue>`;
  });
  return `${values.join('')}</TextSource>\n`;
}

function endSelection(page: Page): string {
  return page.selection === '' ? '' : '</PlainTextSelection>';
}

/** The coding, in the open selection if that is of the same passage, else in one of its own. */
function selectionXml(page: Page, coding: Coding, notes: Note[]): string {
  const place = `${coding.start}-${coding.end}`;
  const opening = page.selection === place ? '' : `${endSelection(page)}${startSelection(page, coding, place)}`;
  page.selection = place;
  return opening + codingXml(coding, notes);
}

function startSelection({ id, toCodePoint }: Page, { start, end, quote, createdAt }: Coding, place: string): string {
  const characters = quote.length > 2 * longestName ? [...quote.slice(0, 2 * longestName)] : [...quote];
  const name = characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : quote;
  return `<PlainTextSelection${xmlAttributes({
    ...{ guid: nameGuid('selection', id, place), name },
    ...{ startPosition: toCodePoint(start), endPosition: toCodePoint(end), creationDateTime: createdAt },
  })}>`;
}

/** A selection is named by its quote, or by how a long one begins, as other programs do. */
const longestName = 100;

function codingXml({ id, coderId, codeId, memo, createdAt }: Coding, notes: Note[]): string {
  const guid = guidOf(id);
  const note = memo === '' ? null : { guid: nameGuid('note', id, 'memo'), name: 'Memo', text: memo, createdAt };
  if (note) notes.push(note);
  const values = xmlAttributes({ guid, creatingUser: guidOf(coderId), creationDateTime: createdAt });
  return `<Coding${values}><CodeRef targetGUID="${guidOf(codeId)}"/>${note ? noteRef(note.guid) : ''}</Coding>`;
}

function noteXml({ guid, name, text, description, createdAt }: Note): string {
  const about = description ? `<Description>${xmlText(description)}</Description>` : '';
  const content = `<PlainTextContent>${xmlText(text)}</PlainTextContent>`;
  return `<Note${xmlAttributes({ guid, name, creationDateTime: createdAt })}>${about}${content}</Note>\n`;
}
