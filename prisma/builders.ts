import { randomUUID } from 'node:crypto';
import { register } from '@/lib/accounts/store';
import type { Role } from '@/lib/access';
import type { AskedBody, KindName } from '@/lib/door';
import { run } from '@/lib/door/store';
import { tokenDays, tokenPrefix, type NewToken } from '@/lib/projects';
import { acceptInvitation, createProject, findMembership, type Membership } from '@/lib/projects/store';
import { fingerprintOf, makeToken } from '@/lib/projects/tokens/store';
import { createHash, randomBytes } from 'node:crypto';

/**
 * Builders that the demo seed and the tests share. They go through the same doors as people do, so what they build is
 * what the app would have built: logged, authorised and checked.
 */

let made = 0;

export type Person = { id: string; email: string; name: string; password: string };

/** Somebody with an account. */
export async function person(given: Partial<Omit<Person, 'id'>> = {}): Promise<Person> {
  made++;
  const { name = `Person ${made}`, email = `person-${made}-${randomUUID().slice(0, 8)}@example.org`, password = 'a long enough password' } = given;
  const { id } = await register({ name, email, password });
  return { id, email, name, password };
}

/** An empty project; returns its owner as a member of it. */
export async function project(owner: Person, title = 'A study', description = ''): Promise<Membership> {
  return member(await createProject(owner.id, { title, description }), owner);
}

/** Lets somebody join by a real invitation. */
export async function joined(owner: Membership, who: Person, role: Role): Promise<Membership> {
  const secret = randomUUID();
  const tokenHash = createHash('sha256').update(secret).digest('hex');
  await change(owner, 'invitation.make', { id: randomUUID(), tokenHash, role, note: '' });
  await acceptInvitation(owner.projectId, secret, who.id);
  return member(owner.projectId, who);
}

/** Makes one change as this member; returns the logged body. */
export async function change<K extends KindName>(by: Membership, kind: K, body: AskedBody<K>): Promise<unknown> {
  const recorded = await run(by, { id: randomUUID(), kind, body });
  return recorded.change.body;
}

/** Adds a document; returns its id. */
export async function document(by: Membership, given: Partial<AskedBody<'document.add'>> & { text: string }): Promise<string> {
  const id = randomUUID();
  await change(by, 'document.add', { id, title: 'A statement', format: 'text', attributes: {}, ...given });
  return id;
}

/** Adds a code; returns its id. */
export async function code(by: Membership, given: Partial<AskedBody<'code.add'>> & { name: string }): Promise<string> {
  const id = randomUUID();
  const empty = { definition: '', useWhen: '', avoidWhen: '', examples: [], shortcut: null, parentId: null };
  await change(by, 'code.add', { id, color: '#1c7ed6', ...empty, ...given });
  return id;
}

export type Passage = { documentId: string; codeId: string; text: string; quote: string; memo?: string };

/** Puts a code on the one place where `quote` stands in `text`; returns the coding's id. */
export async function coding(by: Membership, { documentId, codeId, text, quote, memo }: Passage): Promise<string> {
  const start = text.indexOf(quote);
  if (start < 0 || text.indexOf(quote, start + 1) >= 0) throw new Error(`“${quote}” does not stand in the text exactly once.`);
  const id = randomUUID();
  await change(by, 'coding.add', { id, documentId, codeId, start, end: start + quote.length, quote, memo });
  return id;
}

/** Makes a token of this member; returns it as a script sends it. */
export async function token({ projectId, userId }: Pick<Membership, 'projectId' | 'userId'>, given: Partial<Omit<NewToken, 'tokenHash'>> = {}): Promise<string> {
  const secret = tokenPrefix + randomBytes(32).toString('base64url');
  const usual = { id: randomUUID(), projectId, name: 'A script', scope: 'read', days: tokenDays.usual } as const;
  await makeToken(userId, { ...usual, tokenHash: fingerprintOf(secret), ...given });
  return secret;
}

async function member(projectId: string, { id }: Person): Promise<Membership> {
  const membership = await findMembership(projectId, id);
  if (!membership) throw new Error('The person did not become a member.');
  return membership;
}
