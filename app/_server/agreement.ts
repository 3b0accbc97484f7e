import 'server-only';
import type { AskedChoices } from '@/components/agreement/choices';
import type { DifferencePage } from '@/components/agreement/difference-list';
import { resolve, type Resolved, type Scope } from '@/components/agreement/scope';
import { boundaries, differences, otherCoefficients, report, type Report, type ReportInput } from '@/lib/agreement';
import { readAtClose, readCoded } from '@/lib/agreement/store';
import { inOrder } from '@/lib/codebook';
import { listCodes } from '@/lib/codebook/store';
import { listCodings, listFinished } from '@/lib/codings/store';
import { listDocuments } from '@/lib/documents/store';
import { listMembers, readProject, type Membership } from '@/lib/projects/store';
import { listRounds, sealFor } from '@/lib/rounds/store';

/** What this member can choose from on the agreement page. */
export async function readScope({ projectId, userId }: Membership): Promise<Scope> {
  const seal = await sealFor(projectId, userId);
  const [documents, members, codes, rounds, marks, { codebookVersion }] = await Promise.all([
    listDocuments(projectId),
    listMembers(projectId),
    listCodes(projectId),
    listRounds(projectId),
    listFinished(projectId, seal),
    readProject(projectId),
  ]);
  const open = new Map(rounds.flatMap(({ documentIds, title, closedAt }) => (closedAt ? [] : documentIds.map((id) => [id, title]))));
  const marked = new Set(marks.map(({ coderId }) => coderId));
  const slim = documents.map(({ id, title, language }) => ({ id, title, language }));
  return {
    documents: slim.filter(({ id }) => !open.has(id)),
    sealed: slim.flatMap((document) => (open.has(document.id) ? { document, round: open.get(document.id) ?? '' } : [])),
    coders: members
      .filter(({ id, role, removed }) => (role !== 'viewer' && !removed) || marked.has(id))
      .map(({ id, name }) => ({ id, name })),
    codes: inOrder(codes).map(({ code, depth }) => {
      const { id, name, parentId, createdAt, color } = code;
      return { id, name, parentId, createdAt, color, depth };
    }),
    rounds: rounds.flatMap(({ id, title, documentIds, coderIds, closedAt }) => (closedAt ? { id, title, documentIds, coderIds, closedAt } : [])),
    codebookVersion,
  };
}

/** A report as it stood at a moment. */
export type Counted = { report: Report; at: string };

export async function countAgreement(by: Membership, scope: Scope, asked: AskedChoices): Promise<Counted> {
  const { input, choices } = await readInput(by, scope, asked);
  const at = new Date().toISOString();
  return { report: report(input, choices), at };
}

const perPage = 50;

/** One page of the units on which coders differ about a code (all codes when null). Pages count from 1. */
export async function readDifferences(
  by: Membership,
  scope: Scope,
  { asked, codeId, page }: { asked: AskedChoices; codeId: string | null; page: number },
): Promise<DifferencePage> {
  const { input, choices } = await readInput(by, scope, asked);
  const found = differences(input, choices, codeId);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const here = Math.min(Math.max(1, page), pages);
  const first = (here - 1) * perPage;
  const listed = found.slice(first, first + perPage);
  const texts = new Map(input.documents.map(({ id, text }) => [id, text]));
  const documentIds = [...new Set(listed.map(({ documentId }) => documentId))];
  const seal = await sealFor(by.projectId, by.userId);
  const codings = choices.round
    ? (await readAtClose(by.projectId, seal, { documentIds, round: choices.round.id })).codings
    : await listCodings(by.projectId, seal, { documentIds, coderIds: choices.coderIds, layers: ['coder'] });
  const shown = listed.map((difference) => {
    const { documentId, unit, yes, no } = difference;
    const touching = codings.filter(
      (each) => each.documentId === documentId && each.start < unit.end && each.end > unit.start && [...yes, ...no].includes(each.coderId),
    );
    return { difference, text: texts.get(documentId) ?? '', codings: touching };
  });
  const units = new Set(found.map(({ documentId, unit }) => `${documentId} ${unit.start}`)).size;
  return { total: found.length, units, page: here, pages, first: first + 1, shown };
}

/** Every coefficient on one code, or on the sets of all codes when null, and how far passages coincide. */
export async function readCoefficients(by: Membership, scope: Scope, { asked, codeId }: { asked: AskedChoices; codeId: string | null }) {
  const { input, choices } = await readInput(by, scope, asked);
  return { measured: otherCoefficients(input, choices, codeId), boundaries: boundaries(input, choices) };
}

async function readInput(by: Membership, scope: Scope, asked: AskedChoices): Promise<{ input: ReportInput; choices: Resolved }> {
  const choices = resolve(scope, asked);
  const wanted = new Set(choices.documentIds);
  const seal = await sealFor(by.projectId, by.userId);
  const round = choices.round?.id ?? null;
  const documents = await readCoded(by.projectId, seal, { documents: scope.documents.filter(({ id }) => wanted.has(id)), round });
  return { input: { documents, coders: scope.coders, codes: scope.codes }, choices };
}
