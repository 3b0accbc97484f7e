import type { Choices, ReportCode } from '@/lib/agreement';
import { filtered, type Attribute, type AttributeValues } from '@/lib/documents';
import type { CoderAttribute } from '@/lib/projects';
import type { Round } from '@/lib/rounds';
import { levelOf, type AskedChoices, type CodeView } from './choices';

/** `gone` where it was deleted after the moment that is looked at. */
export type ScopeDocument = { id: string; title: string; language: string | null; attributes: AttributeValues; gone: boolean };
export type ScopeCoder = { id: string; name: string; attributes: AttributeValues };
export type ScopeCode = ReportCode & { color: string; depth: number };
export type ScopeRound = Pick<Round, 'id' | 'title' | 'documentIds' | 'coderIds' | 'assigned' | 'sample' | 'dealt' | 'reason'> & { closedAt: string };

/** What there is to choose from, and what must wait. */
export type Scope = {
  /** Documents that may be counted, by title. */
  documents: ScopeDocument[];
  /** Documents that lie in an open round: left out for everyone until it closes. */
  sealed: { document: ScopeDocument; round: string }[];
  /** Everyone who codes or has finished a document here. */
  coders: ScopeCoder[];
  /** In the order of the codebook. */
  codes: ScopeCode[];
  /** Closed rounds, newest first. */
  rounds: ScopeRound[];
  codebookVersion: number;
  /** What coders are described by, in order. */
  attributes: CoderAttribute[];
  /** What documents are described by, in order. */
  documentAttributes: Attribute[];
  /** The moment that documents, codes and work are those of, as ISO time; null for now. */
  at: string | null;
};

/** Every report is drawn with the same seed, so that a number quoted today can be made again tomorrow. */
const seed = 1;
const replicates = 2_000;

/** Choices with every "all" and every round spelled out. Ids that are not in scope choose nothing. */
export type Resolved = Choices & { documentIds: string[]; coderIds: string[]; codeIds: string[]; round: ScopeRound | null };

export function resolve(scope: Scope, asked: AskedChoices): Resolved {
  const round = scope.rounds.find(({ id }) => id === asked.round) ?? null;
  const documents = [asked.documents, round?.documentIds ?? null];
  const coders = [asked.coders, round?.coderIds ?? null];
  return {
    documentIds: chosen(filtered(scope.documents, asked.where, scope.documentAttributes), documents),
    coderIds: chosen(scope.coders, coders),
    codeIds: chosen(codesInView(scope.codes, asked.codes), [asked.only]),
    unit: asked.unit,
    rule: asked.rule,
    rollUp: asked.codes !== 'each',
    seed,
    replicates,
    round,
  };
}

/** The codes of a view. A level has the codes that stand on it, and those above that have nothing below them. */
export function codesInView(codes: readonly ScopeCode[], view: CodeView): ScopeCode[] {
  const level = levelOf(view);
  if (level === null) return [...codes];
  const parents = new Set(codes.map(({ parentId }) => parentId));
  return codes.filter(({ id, depth }) => depth + 1 === level || (depth + 1 < level && !parents.has(id)));
}

/** How many levels the tree of codes has. */
export function depthOf(codes: readonly ScopeCode[]): number {
  return Math.max(0, ...codes.map(({ depth }) => depth + 1));
}

/** The documents that were asked for and must wait for their round to close. */
export function sealedAsked(scope: Scope, asked: AskedChoices): Scope['sealed'] {
  const round = scope.rounds.find(({ id }) => id === asked.round);
  const lists = [asked.documents, round?.documentIds ?? null];
  const wanted = filtered(scope.sealed.map(({ document }) => document), asked.where, scope.documentAttributes);
  const ids = new Set(chosen(wanted, lists));
  return scope.sealed.filter(({ document }) => ids.has(document.id));
}

function chosen(all: readonly { id: string }[], lists: readonly (readonly string[] | null)[]): string[] {
  const kept = all.filter(({ id }) => lists.every((list) => list === null || list.includes(id)));
  return kept.map(({ id }) => id);
}

/** The moment that is looked at: the close of a round, or the end of a day. Null for now. */
export function momentOf({ rounds }: Pick<Scope, 'rounds'>, { round, at }: AskedChoices): { round: string } | { at: string } | null {
  if (rounds.some(({ id }) => id === round)) return { round: round! };
  return at === null ? null : { at: `${at}T23:59:59.999Z` };
}
