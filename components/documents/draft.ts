import { answerOf, reach } from '@/components/ui/post';
import { foundValues, isLabelled, valuesOf, type Attribute, type Direction, type FileProperties, type Found } from '@/lib/documents';
import type { Block } from '@/lib/text';
import { fieldFaults, filledFields, type Fields } from './fields';

/** What the server says that a file holds; nothing is stored yet. */
export type ReadAnswer = {
  text: string;
  blocks: Block[];
  warnings: string[];
  format: string;
  encoding: string | null;
  guessed: boolean;
  title: string;
  language: string | null;
  direction: Direction;
  properties: FileProperties;
  sha256: string;
};

/** A file on its way to becoming a document. */
export type Draft = { id: string; name: string; bytes: Blob } & (
  { state: 'reading' } | { state: 'refused'; fault: string } | { state: 'ready'; read: ReadAnswer; found: Found[]; fields: Fields }
);
export type ReadyDraft = Extract<Draft, { state: 'ready' }>;

export const largestFile = 50_000_000;

/** The project that a file is to come into, and the attributes that it asks for. */
export type Into = { projectId: string; defined: readonly Attribute[] };

/** Asks the server to read the file, as `encoding` if somebody chose one. Never rejects: a fault is an outcome. */
export async function readDraft({ projectId, defined }: Into, draft: Draft, encoding: string | null = null): Promise<Draft> {
  const { id, name, bytes } = draft;
  const query = new URLSearchParams({ name, ...(encoding && { encoding }) });
  try {
    if (bytes.size > largestFile) throw new Error('This file is larger than 50 MB. Please split it.');
    const init = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: bytes };
    const read = await answerOf<ReadAnswer>(await reach(`/api/projects/${projectId}/documents/read?${query}`, init));
    return readyDraft({ id, name, bytes, read }, defined);
  } catch (error) {
    return {
      id,
      name,
      bytes,
      state: 'refused',
      fault: error instanceof Error ? error.message : 'This file could not be read.',
    };
  }
}

/** A file that was read, with what was found in it already filled in. */
export function readyDraft({ read, ...file }: Pick<ReadyDraft, 'id' | 'name' | 'bytes' | 'read'>, defined: readonly Attribute[]): ReadyDraft {
  const found = foundValues(read, defined);
  const { language, direction } = read;
  const title = isLabelled(read.title, defined) ? bareName(file.name) : read.title;
  return { ...file, state: 'ready', read, found, fields: { title, language, direction, attributes: valuesOf(found) } };
}

/** Without the folders before it and the ending after it. */
function bareName(name: string): string {
  return name.replace(/^.*\//, '').replace(/(?<=.)\.[^.]*$/, '') || name;
}

/** What `document.add` is sent for a draft. */
export function additionOf({ id, read, fields }: ReadyDraft, defined: readonly Attribute[]) {
  return { id, text: read.text, blocks: read.blocks, ...filledFields(fields, defined) };
}

export function isReady(draft: Draft): draft is ReadyDraft {
  return draft.state === 'ready';
}

/** Whether all that is there can be added. */
export function canAdd(drafts: readonly Draft[], defined: readonly Attribute[]): boolean {
  const ready = drafts.filter(isReady);
  const reading = drafts.some(({ state }) => state === 'reading');
  return ready.length > 0 && !reading && ready.every(({ fields }) => fieldFaults(fields, defined).length === 0);
}
