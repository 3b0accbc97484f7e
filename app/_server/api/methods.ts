import 'server-only';
import { parting } from '../handler';
import type { AnyOperation } from './operation';
import { Problem, problemOf } from './problem';

export type Params = Record<string, string>;
export type Handler = ((request: Request, next: { params: Promise<Params | undefined> }) => Promise<Response>) & {
  operation?: AnyOperation;
};

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

/** What a file under `app/api/v1` exports: an answer to every method, so that the framework's pages for people never go out. */
export type Methods = Record<Method | 'OPTIONS', Handler>;

/** All methods of an address that knows these; the others are refused with the list of those that it has (RFC 9110, 15.5.6). */
export function methodsOf(known: Partial<Record<Method, Handler>>): Methods {
  const there = methods.filter((method) => known[method]);
  const allow = [...there, ...(known.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const refuse = async (request: Request) => {
    const is = { status: 405, code: 'method', headers: { Allow: allow } };
    const sentence = `This address does not take ${request.method}. It takes ${there.join(' and ')}.`;
    return parting(request, problemOf(new Problem(is, sentence)));
  };
  return {
    ...always(refuse),
    ...known,
    OPTIONS: async () => new Response(null, { status: 204, headers: { Allow: allow } }),
  };
}

/** The same answer whatever the method. */
export function always<Answering extends (request: Request) => Promise<Response>>(
  answer: Answering,
): Record<keyof Methods, Answering> {
  return { GET: answer, POST: answer, PUT: answer, PATCH: answer, DELETE: answer, OPTIONS: answer };
}
