import { Refusal } from '@/lib/errors';
import type { Span } from '@/lib/text';
import type { Draft, DraftDocument } from '../draft';
import { childOf, childrenOf, type XmlElement } from '../xml-read';
import { countingOf, placing, type Placing, type WrittenSelection } from '../positions';
import { key } from './read-codes';
import { plainText, type Known, type Texts } from './read-project';
import { readValues } from './read-variables';

type About = { known: Known; texts: Texts };

/** Takes the sources that are texts, or that have one, into the draft; gives back the documents by key. */
export async function readSources(
  draft: Draft,
  sources: XmlElement | undefined,
  about: About,
): Promise<Map<string, DraftDocument>> {
  const documents = new Map<string, DraftDocument>();
  for (const element of sources?.children ?? []) {
    const words = textOf(element);
    const document = words ? await readSource(draft, { element, words }, about) : null;
    if (document) documents.set(key(element.attributes.get('guid')), document);
    if (!words) draft.note(`${kinds[element.name] ?? element.name}, which did not come in: #.`);
    if (element !== words) noteUncoded(draft, element);
  }
  return documents;
}

const kinds: Record<string, string> = {
  PictureSource: 'Pictures',
  PDFSource: 'PDF files without a text',
  AudioSource: 'Sound recordings',
  VideoSource: 'Films',
};

/** The element that carries the words of a source: itself, or the text version of a PDF. */
function textOf(element: XmlElement): XmlElement | undefined {
  if (element.name === 'TextSource') return element;
  return element.name === 'PDFSource' ? childOf(element, 'Representation') : undefined;
}

function noteUncoded(draft: Draft, element: XmlElement): void {
  const areas = element.children.filter(({ name }) => name.endsWith('Selection')).length;
  draft.note('Selections in pictures, pages, sound or film, which did not come in: #.', areas);
}

type Source = { element: XmlElement; words: XmlElement };

async function readSource(
  draft: Draft,
  { element, words }: Source,
  { known, texts }: About,
): Promise<DraftDocument | null> {
  const title = element.attributes.get('name') ?? words.attributes.get('name') ?? '';
  const raw = (await plainText(words, texts))?.replace(/^\ufeff/, '') ?? null;
  if (raw === null || raw === '') return leaveOut(draft, { title, raw, words, texts });
  const own = key(element.attributes.get('guid'));
  const document = draft.document(own, title, { raw, createdAt: time(element.attributes.get('creationDateTime')) });
  readValues(draft, document, { element, known });
  readSelections(draft, document, { raw, words, known });
  readMemo(draft, document, { element, known });
  return document;
}

/** Only the `.qde` alone may come without texts; a text that its archive should hold but does not is a loss. */
function leaveOut(
  draft: Draft,
  { title, raw, words, texts }: { title: string; raw: string | null; words: XmlElement; texts: Texts },
): null {
  const selections = childrenOf(words, 'PlainTextSelection').length;
  if (raw === null && texts) {
    throw new Refusal(
      'unreadable',
      `The text of the source “${title}” is missing from the archive. Export the project again.`,
    );
  }
  draft.note(
    texts ? 'Documents without any text, which did not come in: #.' : 'Documents, whose texts are not in this file: #.',
  );
  draft.note('Selections in those documents: #.', selections);
  return null;
}

function readSelections(
  draft: Draft,
  document: DraftDocument,
  { raw, words, known }: { raw: string; words: XmlElement; known: Known },
): void {
  const elements = childrenOf(words, 'PlainTextSelection');
  const written = elements.map(writtenSelection);
  const counting = countingOf(raw, written, known.origin);
  const place = placing(raw, counting);
  const memos: { element: XmlElement; span: Span }[] = [];
  for (const [index, element] of elements.entries()) {
    const span = placed(place, written[index]!, document);
    if (!span) draft.note('Selections of no length, which did not come in: #.');
    else if (childrenOf(element, 'Coding').length === 0) memos.push({ element, span });
    else readCodings(draft, document, { element, span, known });
  }
  for (const element of [words].filter((each) => childOf(each, 'Coding'))) {
    readCodings(draft, document, { element, span: { start: 0, end: document.length }, known });
  }
  for (const { element, span } of memos) {
    const memo = memoOf(element, known);
    if (memo === '' || !draft.addMemo(document.id, span, memo)) {
      draft.note('Selections without a code (notes on a passage), which did not come in: #.');
    }
  }
  if (counting.unit === 'UTF-16 units' && elements.length > 0) {
    draft.note('Documents whose positions were taken for UTF-16 code units, as they fit best so: #.');
  }
}

function writtenSelection({ attributes }: XmlElement): WrittenSelection {
  const number = (name: string) => Number.parseInt(attributes.get(name) ?? '', 10);
  return { start: number('startPosition'), end: number('endPosition'), name: attributes.get('name') ?? '' };
}

/** Where the selection lies in the stored text; null if it is empty. */
function placed(place: Placing, selection: WrittenSelection, { title, toStored }: DraftDocument): Span | null {
  const raw = place(selection);
  const { start, end } = selection;
  if (!raw) {
    throw new Refusal(
      'unreadable',
      `The selection from ${start} to ${end} of “${title}” does not lie in its text. Export the project again.`,
    );
  }
  const span = { start: toStored(raw.start), end: toStored(raw.end) };
  return span.start < span.end ? span : null;
}

type Passage = { element: XmlElement; span: Span; known: Known };

function readCodings(draft: Draft, document: DraftDocument, { element, span, known }: Passage): void {
  const shared = element.name === 'PlainTextSelection' ? memoOf(element, known) : '';
  for (const coding of childrenOf(element, 'Coding')) {
    const target = key(childOf(coding, 'CodeRef')?.attributes.get('targetGUID'));
    const codeId = known.codes.get(target);
    if (!codeId && known.cases.has(target)) {
      draft.note('Passages that belong to a case, which did not come in as such: #.');
      continue;
    }
    if (!codeId)
      throw new Refusal(
        'unreadable',
        `A coding in “${document.title}” names the code ${target}, which the file does not define.`,
      );
    draft.coding({
      ...{ documentId: document.id, codeId, span, coderId: coderOf(draft, [coding, element], known) },
      memo: [shared, memoOf(coding, known)].filter(Boolean).join('\n\n'),
      ...withKey(coding),
    });
  }
}

function withKey({ attributes }: XmlElement) {
  const [own, createdAt] = [attributes.get('guid'), time(attributes.get('creationDateTime'))];
  return { ...(own && { key: own }), ...(createdAt && { createdAt }) };
}

/** The coding says whose it is; some programs say it of the selection only, some not at all. */
function coderOf(draft: Draft, elements: XmlElement[], { users, origin }: Known): string {
  const named = elements.map(({ attributes }) => attributes.get('creatingUser') ?? attributes.get('creatingUserId'));
  const own = key(named.find(Boolean));
  if (own === '') return draft.member('unknown', `Unknown coder${origin ? ` (${origin})` : ''}`);
  return users.get(own) ?? draft.member(own, `Coder ${own.slice(0, 8)}`);
}

/** What is said about a thing in its description and in the notes that it refers to. */
function memoOf(element: XmlElement, { notes }: Known): string {
  const referred = childrenOf(element, 'NoteRef').map((ref) => notes.get(key(ref.attributes.get('targetGUID'))));
  const parts = [childOf(element, 'Description')?.text, ...referred.map((note) => note?.text || note?.description)];
  return parts.filter(Boolean).join('\n\n');
}

function readMemo(
  draft: Draft,
  document: DraftDocument,
  { element, known }: { element: XmlElement; known: Known },
): void {
  const memo = memoOf(element, known);
  if (memo) draft.setAttribute(document, draft.attribute('Memo'), memo);
}

/** ISO 8601 in UTC, as everything in Concord; undefined for what is no time. */
function time(raw: string | undefined): string | undefined {
  const zoned = raw && /(Z|[+-]\d{2}:\d{2})$/.test(raw) ? raw : `${raw}Z`;
  const date = new Date(zoned);
  return raw && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}
