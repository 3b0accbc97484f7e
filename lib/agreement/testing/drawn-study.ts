import type { Choices, CodedDocument, Placed, ReportInput } from '../report-shape';

/** Marks drawn into a text: `{A|` opens what the coder marked with code A, `|A}` closes it. */
export type Drawing = Readonly<Record<string, string>>;

const tag = /\{(?<open>\w+)\||\|(?<close>\w+)\}/g;

/**
 * A document from one drawing per coder, all of the same text: `{ ana: 'We {A|pay|A}.', ben: '{A|We pay|A}.' }`. Sentences
 * end at full stops, words are separated by white space, paragraphs by line ends. Everybody drawn has finished.
 */
export function drawnDocument(id: string, drawing: Drawing): CodedDocument {
  const codings: Placed[] = [];
  let text = '';
  for (const [coderId, drawn] of Object.entries(drawing)) {
    const read = readDrawing(drawn);
    text = read.text;
    for (const mark of read.marks) codings.push({ id: `${id}-${codings.length}`, coderId, ...mark });
  }
  const cut = (pattern: RegExp) =>
    Int32Array.from([...text.matchAll(pattern)].flatMap(({ index, 0: found }) => [index, index + found.length]));
  const units = { word: cut(/\S+/g), sentence: cut(/[^\s.][^.\n]*\.?/g), paragraph: cut(/\S[^\n]*/g) };
  return { id, title: `Document ${id}`, text, units, finished: Object.keys(drawing), codings };
}

function readDrawing(drawn: string): { text: string; marks: { codeId: string; start: number; end: number }[] } {
  const marks: { codeId: string; start: number; end: number }[] = [];
  const open = new Map<string, number>();
  let text = '';
  let last = 0;
  for (const found of drawn.matchAll(tag)) {
    text += drawn.slice(last, found.index);
    last = found.index + found[0].length;
    const { open: opened, close: closed } = found.groups ?? {};
    if (opened) open.set(opened, text.length);
    if (closed) marks.push({ codeId: closed, start: open.get(closed) ?? 0, end: text.length });
  }
  return { text: text + drawn.slice(last), marks };
}

/** A study over drawn documents with the coders and codes that occur in them. */
export function drawnStudy(documents: readonly CodedDocument[]): ReportInput {
  const coders = [
    ...new Set(documents.flatMap(({ finished, codings }) => [...finished, ...codings.map(({ coderId }) => coderId)])),
  ];
  const codes = [...new Set(documents.flatMap(({ codings }) => codings.map(({ codeId }) => codeId)))];
  return {
    documents,
    coders: coders.map((id) => ({ id, name: id })),
    codes: codes.map((id) => ({ id, name: id, parentId: null })),
  };
}

export const usualChoices: Choices = { unit: 'sentence', rule: 'any', rollUp: false, seed: 1, replicates: 200 };
