import 'server-only';
import type { z } from 'zod';
import { Refusal, unsound } from '@/lib/errors';
import type { Opened } from '@/lib/projects/tokens/store';
import { json, parting } from '../handler';
import { openedBy } from './bearer';
import { inPlace } from './downloads';
import { methodsOf, type Handler, type Methods, type Params } from './methods';
import { isFile, scopeOf, type AnyOperation, type Operation } from './operation';
import { Problem, problemOf } from './problem';

/** A request of a script, read: who asks (never beyond the token's scope), and what for. */
export type Asked<Query> = { by: Opened['by']; token: Opened; params: Params; query: Query; request: Request };

/** An answer of this shape, whether or not what it is made of can be changed. */
type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;

/**
 * The route of an operation, with all methods of its address: the token, the limit, the project, the scope, the
 * parameters; then `run`, whose answer goes out as JSON unless it is a file. A token opens its own project alone: to it the
 * others do not exist.
 */
export function apiRoute<Query extends z.ZodObject, Answer extends z.ZodType>(
  operation: Operation<Query, Answer>,
  run: (asked: Asked<z.infer<Query>>) => Promise<Fixed<z.infer<Answer>> | Response>,
): Methods {
  const handle: Handler = async (request, next) => {
    try {
      const token = await openedBy(request, operation.weight);
      const params = (await next.params) ?? {};
      if ((params.project ?? token.by.projectId) !== token.by.projectId) {
        throw new Refusal('not-found', 'There is no such project, or this token is for another one.');
      }
      refuseBeyond(token, operation);
      const query = readQuery(new URL(request.url).searchParams, operation.query);
      const answered = async () => {
        const answer = await run({ by: token.by, token, params, query, request });
        return answer instanceof Response ? answer : json(answer);
      };
      const isDownload = isFile(operation.answer);
      return parting(request, await (isDownload ? inPlace(token.id, request.signal, answered) : answered()));
    } catch (error) {
      return parting(request, problemOf(error));
    }
  };
  return methodsOf({ [operation.method]: Object.assign(handle, { operation }) });
}

function refuseBeyond({ by }: Opened, operation: AnyOperation): void {
  if (by.scope === 'write' || scopeOf(operation) === 'read') return;
  const headers = { 'WWW-Authenticate': 'Bearer realm="Concord", error="insufficient_scope", scope="write"' };
  const sentence = 'This token may only read. Make one that may also write on your Account page.';
  throw new Problem({ status: 403, code: 'scope', headers }, sentence);
}

/** The parameters of an address. One that there is not is refused: a misspelt filter would let everything through. */
function readQuery<Query extends z.ZodObject>(given: URLSearchParams, schema: Query): z.infer<Query> {
  const unknown = [...given.keys()].find((name) => !(name in schema.shape));
  if (unknown !== undefined) {
    const known = Object.keys(schema.shape).join(', ');
    const sentence = `There is no parameter “${unknown.slice(0, 60)}” here. ${known ? `There are: ${known}.` : 'There are none.'}`;
    throw new Refusal('invalid', sentence);
  }
  const read = schema.safeParse(
    Object.fromEntries([...new Set(given.keys())].map((name) => [name, valueOf(given, name, schema)])),
  );
  if (read.success) return read.data;
  throw unsound(read.error);
}

function valueOf(given: URLSearchParams, name: string, { shape }: z.ZodObject): string | string[] {
  const values = given.getAll(name);
  const takesSeveral = shape[name]!.safeParse([]).success;
  if (takesSeveral) return values;
  if (values.length > 1) throw new Refusal('invalid', `${name} may be given once.`);
  return values[0]!;
}
