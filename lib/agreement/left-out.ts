import type { CodedDocument, LeftOut, ReportCode, ReportInput } from './report-shape';

type Scope = { readonly coderIds: readonly string[]; readonly codes: readonly ReportCode[] };

/** Who does not count in a document, and why, in words. */
export function leftOutOf(document: CodedDocument, input: ReportInput, { coderIds, codes }: Scope): LeftOut[] {
  const finished = new Set(document.finished);
  const name = new Map(input.coders.map((coder) => [coder.id, coder.name]));
  if (!coderIds.some((coder) => finished.has(coder))) return [nobodyFinished(document)];
  return coderIds.flatMap((coder) => {
    const person = name.get(coder) ?? coder;
    if (!finished.has(coder)) return [notFinished(document, coder, person)];
    const younger = youngerFor(document, coder, codes);
    return codes.filter(({ id }) => younger.has(id)).map((code) => codeYounger(document, { coder, person, code }));
  });
}

/** The codes that did not exist yet when the coder finished the document. Times that are not known rule nothing out. */
export function youngerFor(document: CodedDocument, coder: string, codes: readonly ReportCode[]): ReadonlySet<string> {
  const finished = Date.parse(document.finishedAt?.[coder] ?? '');
  return new Set(codes.filter(({ createdAt }) => Date.parse(createdAt ?? '') > finished).map(({ id }) => id));
}

function nobodyFinished(document: CodedDocument): LeftOut {
  const sentence = `“${document.title}” is left out: none of the chosen coders has finished it.`;
  return { documentId: document.id, coderId: null, codeId: null, why: 'nobody-finished', sentence };
}

function notFinished(document: CodedDocument, coder: string, person: string): LeftOut {
  const sentence = `${person} is missing in “${document.title}”: not marked as finished, so silence there does not mean "no".`;
  return { documentId: document.id, coderId: coder, codeId: null, why: 'not-finished', sentence };
}

function codeYounger(
  document: CodedDocument,
  { coder, person, code }: { coder: string; person: string; code: ReportCode },
): LeftOut {
  const sentence = `${person} is missing for “${code.name}” in “${document.title}”: the code was created after the document was finished.`;
  return { documentId: document.id, coderId: coder, codeId: code.id, why: 'code-younger', sentence };
}
