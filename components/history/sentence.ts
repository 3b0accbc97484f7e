import { counted } from '@/components/ui/counted';
import { listed as inWords } from '@/components/ui/listed';
import type { KindName, WorkspaceState } from '@/lib/door';
import type { Change } from '@/lib/log';
import type { kinds } from '@/lib/door';

/** What a kind logs, for reading it. */
type Logged<K extends KindName> = Parameters<(typeof kinds)[K]['subject']>[0];
/** The project as it is, and what is called by which name among what was deleted. */
export type Scene = WorkspaceState & { gone: Gone };
export type Gone = { documents: Record<string, string>; codes: Record<string, string> };
type Say<K extends KindName> = (logged: Logged<K>, scene: Scene) => string;

/** What somebody did, after their name: one sentence per kind, so that a kind without one does not compile. */
const sentences: { [K in KindName]: Say<K> } = {
  'project.edit': ({ set }) => (set.title ? `called the project “${set.title}”` : 'changed the project’s settings'),
  'project.delete': () => 'deleted the project',
  'project.restore': () => 'brought the project back',
  'project.import': ({ source, counts }) => `imported ${importedIn(counts)} from “${source}”`,
  'project.withdraw': ({ source }) => `withdrew the import of “${source}”`,
  'member.claim': ({ placeholderId, userId }, { members }) =>
    `handed the work of the placeholder ${nameOf(members.get(placeholderId))} to ${nameOf(members.get(userId))}`,
  'member.join': ({ member }) => `joined as ${member.role}`,
  'member.role': ({ userId, role, before }, { members }) => `made ${nameOf(members.get(userId))} ${role} (was ${before})`,
  'member.describe': ({ userId, set }, { members, coderAttributes }) =>
    `described ${nameOf(members.get(userId))}: ${listed(Object.keys(set).map((key) => attributeName(coderAttributes.values(), key)))}`,
  'coder-attribute.set': ({ attribute, before }) => `${before ? 'changed' : 'defined'} “${attribute.name}” as an attribute of coders`,
  'coder-attribute.remove': ({ before }) => `removed “${before.name}” as an attribute of coders`,
  'member.remove': ({ userId }, { members }) => `removed ${nameOf(members.get(userId))}; their codings stay`,
  'invitation.make': ({ invitation }) => `made an invitation for a ${invitation.role}${note(invitation.note)}`,
  'invitation.revoke': () => 'revoked an invitation',
  'password-link.make': ({ userId }, { members }) => `made a link to a new password for ${nameOf(members.get(userId))}`,
  'password-link.use': () => 'set a new password with a link',
  'document.add': ({ document }) => `added the document “${document.title}”`,
  'document.edit': ({ id, set }, state) => `changed ${listed(Object.keys(set))} of ${title(state, id)}`,
  'document.describe': ({ documents: [first, ...more], documents }, state) =>
    `described ${more.length > 0 ? `${documents.length.toLocaleString('en')} documents` : title(state, first!.id)}: ${listed(describedBy(documents, state))}`,
  'document.delete': ({ id }, state) => `deleted ${title(state, id)}`,
  'document.restore': ({ document }) => `restored the document “${document.title}”`,
  'document.import': ({ documents, source }) => `imported ${counted(documents.length, 'document')}${source ? ` from “${source}”` : ''}`,
  'document.withdraw': ({ ids }) => `deleted ${counted(ids.length, 'document')}`,
  'document.reinstate': ({ documents }) => `restored ${counted(documents.length, 'document')}`,
  'attribute.set': ({ attribute, before }) => `${before ? 'changed' : 'defined'} the attribute “${attribute.name}”`,
  'attribute.remove': ({ before }) => `removed the attribute “${before.name}”`,
  'pair.link': ({ pair }, state) => `linked ${title(state, pair.translationId)} to ${title(state, pair.originalId)} as its translation`,
  'pair.align': ({ originalId, translationId, add }, state) =>
    `${add.length > 0 ? 'put blocks together' : 'took blocks apart'} in ${title(state, originalId)} and its translation ${title(state, translationId)}`,
  'pair.unlink': ({ pair }, state) => `unlinked ${title(state, pair.translationId)} from its original ${title(state, pair.originalId)}`,
  'code.add': ({ code }) => `added the code “${code.name}”`,
  'code.edit': ({ id, set, version, note: why = '' }, state) =>
    `changed ${listed(Object.keys(set))} of ${codeName(state, id)}${versionOf(version)}${note(why)}`,
  'code.move': ({ id }, state) => `moved ${codeName(state, id)} in the codebook`,
  'code.archive': ({ id, archived }, state) => `${archived ? 'archived' : 'brought back'} ${codeName(state, id)}`,
  'code.delete': ({ ids, version }, state) => `deleted ${ids.length > 1 ? `${ids.length} codes` : codeName(state, ids[0]!)}${versionOf(version)}`,
  'code.restore': ({ codes, version }) => `restored ${listed(codes.map(({ name }) => `“${name}”`))}${versionOf(version)}`,
  'code.merge': ({ from, into, version }) => `merged “${from.name}” into “${into.name}”${versionOf(version)}`,
  'code.unmerge': ({ from, into, version }) => `took “${from.name}” out of “${into.name}” again${versionOf(version)}`,
  'coding.add': ({ coding }, state) => `put ${codeName(state, coding.codeId)} on ${quoted(coding.quote)} in ${title(state, coding.documentId)}`,
  'coding.edit': (edit, state) => `${changed(edit, state)} in ${title(state, edit.documentId)}`,
  'coding.confirm': ({ codeId, documentId, version, before }, state) =>
    `${version > before ? 'stood by' : 'no longer stands by'} ${codeName(state, codeId)} in ${title(state, documentId)} under codebook version ${Math.max(version, before)}`,
  'coding.remove': ({ coding }, state) => `took ${codeName(state, coding.codeId)} off ${quoted(coding.quote)} in ${title(state, coding.documentId)}`,
  'coding.restore': ({ coding }, state) => `put ${codeName(state, coding.codeId)} back on ${quoted(coding.quote)} in ${title(state, coding.documentId)}`,
  'finished.set': ({ mark, finished }, state) => `${finished ? 'finished' : 'took up again'} ${title(state, mark.documentId)}`,
  'round.open': ({ round }) => `opened the round “${round.title}” over ${round.documentIds.length} documents`,
  'round.remind': ({ reminder: { roundId, coderId } }, { rounds, members }) =>
    `reminded ${nameOf(members.get(coderId))} of the round “${rounds.get(roundId)?.title ?? ''}”`,
  'round.close': ({ id, reason }, { rounds }) => `closed the round “${rounds.get(id)?.title ?? ''}”${note(reason)}`,
  'consensus.settle': ({ settlement, codings }, state) =>
    `settled a passage of ${title(state, settlement.documentId)}: ${consensus(codings, state)}${note(settlement.reason)}`,
  'consensus.withdraw': ({ settlement }, state) => `opened a settled passage of ${title(state, settlement.documentId)} again`,
  'consensus.restore': ({ settlement, codings }, state) =>
    `settled a passage of ${title(state, settlement.documentId)} as before: ${consensus(codings, state)}`,
  'comment.add': ({ comment }, state) => `commented on a passage of ${title(state, comment.documentId)}${note(shortened(comment.text))}`,
  'comment.edit': ({ comment }, state) => `rewrote a comment on ${title(state, comment.documentId)}${note(shortened(comment.text))}`,
  'comment.remove': ({ comment }, state) => `removed a comment on ${title(state, comment.documentId)}`,
  'comment.restore': ({ comment }, state) => `put a comment on ${title(state, comment.documentId)} back`,
};

/** The sentence of a change, without the name of who made it. */
export function sentenceOf(change: Change, scene: Scene): string {
  const say = sentences[change.kind as KindName] as ((logged: unknown, scene: Scene) => string) | undefined;
  return say ? say(change.body, scene) : `made a change of the kind ${change.kind}`;
}

/** What the filter calls a kind. */
export function kindTitle(kind: KindName): string {
  const [thing, act] = kind.split('.') as [string, string];
  return `${thing[0]!.toUpperCase()}${thing.slice(1)}: ${act}`;
}

function nameOf(member: { name: string } | undefined): string {
  return member?.name ?? 'a former member';
}

/** Entries of the time before rounds could come in do not count any. */
function importedIn({ documents, codes, codings, rounds = 0 }: Logged<'project.import'>['counts']): string {
  const parts = [counted(documents, 'document'), counted(codes, 'code'), counted(codings, 'coding'), counted(rounds, 'round')];
  return inWords(parts.filter((part) => !part.startsWith('0 '))) || 'nothing new';
}

function attributeName(attributes: Iterable<{ key: string; name: string }>, key: string): string {
  return [...attributes].find((each) => each.key === key)?.name ?? key;
}

function title({ documents, gone }: Scene, id: string): string {
  const name = documents.get(id)?.title ?? gone.documents[id];
  return name === undefined ? 'a document that is gone for good' : `“${name}”`;
}

/** Which fields and attributes were set on at least one of them. */
function describedBy(documents: Logged<'document.describe'>['documents'], { attributes }: Scene): string[] {
  const fields = documents.flatMap(({ set }) => Object.keys(set));
  const keys = documents.flatMap(({ values }) => Object.keys(values));
  return [...new Set([...fields, ...keys.map((key) => attributeName(attributes.values(), key))])];
}

function codeName({ codes, gone }: Scene, id: string): string {
  const name = codes.get(id)?.name ?? gone.codes[id];
  return name === undefined ? 'a code that is gone for good' : `“${name}”`;
}

/** What became of a coding: the code that it got, or what else was changed of which code's. */
function changed({ set, before, codeId }: Logged<'coding.edit'>, state: Scene): string {
  const of = codeId === undefined ? 'a coding' : codeName(state, codeId);
  if (set.codeId && before.codeId) return `recoded ${codeName(state, before.codeId)} to ${codeName(state, set.codeId)}${on(set.quote)}`;
  return `changed ${listed(coded(set))} of ${of}${on(set.quote)}`;
}

function on(quote: string | undefined): string {
  return quote === undefined ? '' : `, now on ${quoted(quote)},`;
}

function coded(set: object): string[] {
  return Object.keys(set).flatMap((key) => ({ codeId: ['the code'], start: ['the place'], memo: ['the memo'] })[key] ?? []);
}

function consensus(codings: readonly { codeId: string }[], state: Scene): string {
  const names = [...new Set(codings.map(({ codeId }) => codeName(state, codeId)))];
  return names.length > 0 ? listed(names) : 'no code belongs there';
}

function quoted(quote: string): string {
  return `“${shortened(quote)}”`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function versionOf(version: number | null): string {
  return version === null ? '' : ` (codebook version ${version})`;
}

function note(text: string): string {
  return text ? `: ${text}` : '';
}

const spoken: Record<string, string> = { useWhen: 'use when', avoidWhen: 'avoid when', color: 'colour' };

function listed(items: string[]): string {
  return inWords(items.map((item) => spoken[item] ?? item));
}
