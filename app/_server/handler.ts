import 'server-only';
import type { z } from 'zod';
import { can, type Permission } from '@/lib/access';
import type { Account, SignedIn } from '@/lib/accounts';
import { isRefusal, Refusal, unsound, type RefusalCode } from '@/lib/errors';
import type { Membership } from '@/lib/projects/store';
import { count } from './metrics';
import { report } from './report';
import { currentAccount, currentMember } from './session';
import { isEnding } from './shutdown';

type Params = Record<string, string>;
/** A route without a name in brackets has no parameters. */
type Next = { params: Promise<Params | undefined> };
type Handler = ((request: Request, next: Next) => Promise<Response>) & { access: Access };

/** Who may call a route. The tests find every route and read this. */
export type Access = 'anyone' | 'signed-in' | Permission;

/** The HTTP status of each kind of refusal. */
export const statusOf = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unreadable: 422,
  busy: 503,
} as const satisfies Record<RefusalCode, number>;

/** What a refusal says beside its sentence: seconds after which the same may be asked again. */
export function hintsOf({ code }: Refusal): Record<string, string> {
  return code === 'busy' ? { 'Retry-After': '3' } : {};
}

/** What is for one person’s eyes, and is what it says it is. */
export const privately = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' };

/** A route for everyone, signed in or not. */
export function openRoute(run: (request: Request, params: Params) => Promise<Response>): Handler {
  return guarded('anyone', run);
}

/** A route for whoever is signed in. */
export function accountRoute(run: (request: Request, account: SignedIn, params: Params) => Promise<Response>): Handler {
  return guarded('signed-in', async (request, params) => {
    const account = await currentAccount();
    return account ? run(request, account, params) : signedOut();
  });
}

export type InProject = Membership & { account: SignedIn; params: Params };

/** A route of the project named in the path, for members whose role has `permission`. To others it does not exist. */
export function projectRoute(
  permission: Permission,
  run: (request: Request, by: InProject) => Promise<Response>,
): Handler {
  return guarded(permission, async (request, params) => {
    const current = await currentMember(params.project ?? '');
    if (!current || isForAnother(request, current.account)) return signedOut();
    const { account, membership } = current;
    if (!membership) throw new Refusal('not-found', 'There is no such page.');
    if (!can(membership.role, permission, membership.settings)) {
      throw new Refusal('forbidden', `Your role in this project (${membership.role}) does not allow this.`);
    }
    return run(request, { ...membership, account, params });
  });
}

/** JSON for one person's eyes. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, { ...init, headers: { ...privately, ...init.headers } });
}

/** The request's JSON; refuses more than `most` bytes while they arrive, and what is no JSON. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  const bytes = await readBytes(request, most);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('invalid', 'The request is not valid JSON in UTF-8.');
  }
}

/** The request's JSON as `schema` reads it, or a refusal that names the first fault. For small bodies. */
export async function readParsed<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readJson(request, 100_000));
  if (parsed.success) return parsed.data;
  throw unsound(parsed.error);
}

/** The request's body; refuses more than `most` bytes while they arrive. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let held = 0;
  const reader = request.body?.getReader();
  const read = () => reader?.read().catch(refuseBroken);
  for (let next = await read(); next && !next.done; next = await read()) {
    held += next.value.byteLength;
    if (held > most)
      throw new Refusal(
        'invalid',
        `This is larger than ${(most / 1e6).toLocaleString('en')} MB. Please send less at once.`,
      );
    parts.push(next.value);
  }
  return Buffer.concat(parts);
}

/** Whoever asked went away before all of it was sent: a page that is closed, a network that is gone. No fault of ours. */
function refuseBroken(cause: unknown): never {
  throw new Refusal('invalid', 'The request ended before all of it was sent. Please send it again.', { cause });
}

function guarded(access: Access, run: (request: Request, params: Params) => Promise<Response>): Handler {
  const handle = async (request: Request, next: Next) => {
    try {
      refuseForeign(request);
      return parting(request, await run(request, (await next.params) ?? {}));
    } catch (error) {
      return parting(request, answerTo(error));
    }
  };
  return Object.assign(handle, { access });
}

/**
 * A process that is asked to stop waits for its connections, so each answer is made the last on its own. Nobody reads what
 * a HEAD is answered with: a file that was begun for one would hold its place among the exports for ever.
 */
export function parting(request: Request, response: Response): Response {
  if (isEnding()) response.headers.set('Connection', 'close');
  if (request.method !== 'HEAD') return response;
  void response.body?.cancel();
  return new Response(null, response);
}

function answerTo(error: unknown): Response {
  if (isRefusal(error)) {
    const { code, message } = error;
    return json({ error: { code, message } }, { status: statusOf[code], headers: hintsOf(error) });
  }
  count('concord_failures_total');
  report('A route failed', error);
  const message = 'Something went wrong on our side. Nothing was changed; please try again.';
  return json({ error: { code: 'failed', message } }, { status: 500 });
}

function signedOut(): Response {
  return json({ error: { code: 'signed-out', message: 'Please sign in again.' } }, { status: 401 });
}

/** Writes must come from our own pages: neighbours on the same site have the cookie sent along too. */
function refuseForeign(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const own = new URL(process.env.NEXTAUTH_URL ?? request.url).origin;
  if (origin === own || (origin === null && request.headers.get('sec-fetch-site') === 'same-origin')) return;
  throw new Refusal('forbidden', 'This request did not come from a page of this server.');
}

/** A page says for whom it was opened: what one person left unsent is not sent for the next who signs in here. */
function isForAnother(request: Request, { id }: Account): boolean {
  const meant = request.headers.get('x-concord-as') ?? new URL(request.url).searchParams.get('as');
  return meant !== null && meant !== id;
}
