import type { CodedDocument, LeftOut, ReportCode, ReportInput } from './report-shape';

type Scope = { readonly coderIds: readonly string[]; readonly codes: readonly ReportCode[] };

/** Of these coders the ones who count in a document: it was given to them, and they have finished it. */
export function countingIn(document: CodedDocument, coderIds: readonly string[]): string[] {
  const finished = new Set(document.finished);
  return assignedIn(document, coderIds).filter((coder) => finished.has(coder));
}

/** Who does not count in a document, and why, in words. */
export function leftOutOf(document: CodedDocument, input: ReportInput, { coderIds, codes }: Scope): LeftOut[] {
  const name = new Map(input.coders.map((coder) => [coder.id, coder.name]));
  const personOf = (coder: string) => name.get(coder) ?? coder;
  const assigned = assignedIn(document, coderIds);
  const counting = new Set(countingIn(document, coderIds));
  const uninvited = document.finished.filter((coder) => coderIds.includes(coder) && !assigned.includes(coder));
  const strangers = uninvited.map((coder) => notAssigned(document, coder, personOf(coder)));
  if (assigned.length === 0) return [...strangers, nobodyAssigned(document)];
  if (counting.size === 0) return [...strangers, nobodyFinished(document)];
  const missing = assigned.flatMap((coder) => {
    const person = personOf(coder);
    if (!counting.has(coder)) return [notFinished(document, coder, person)];
    const younger = youngerFor(document, coder, codes);
    return codes.filter(({ id }) => younger.has(id)).map((code) => codeYounger(document, { coder, person, code }));
  });
  return [...strangers, ...missing];
}

function assignedIn({ assigned }: CodedDocument, coderIds: readonly string[]): readonly string[] {
  return assigned ? coderIds.filter((coder) => assigned.includes(coder)) : coderIds;
}

/** The codes that did not exist yet when the coder finished the document. Times that are not known rule nothing out. */
export function youngerFor(document: CodedDocument, coder: string, codes: readonly ReportCode[]): ReadonlySet<string> {
  const finished = Date.parse(document.finishedAt?.[coder] ?? '');
  return new Set(codes.filter(({ createdAt }) => Date.parse(createdAt ?? '') > finished).map(({ id }) => id));
}

function nobodyAssigned(document: CodedDocument): LeftOut {
  const sentence = `“${document.title}” is left out: the round gave it to none of the chosen coders.`;
  return { documentId: document.id, coderId: null, codeId: null, why: 'nobody-assigned', sentence };
}

function notAssigned(document: CodedDocument, coder: string, person: string): LeftOut {
  const sentence = `${person} does not count in “${document.title}”: finished it, but the round had given it to others.`;
  return { documentId: document.id, coderId: coder, codeId: null, why: 'not-assigned', sentence };
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
