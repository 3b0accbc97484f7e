import 'server-only';
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { isRefusal } from '@/lib/errors';
import { hintsOf, privately, statusOf } from '../handler';
import { count } from '../metrics';
import { report } from '../report';

/** What went wrong, as RFC 9457 has it: `detail` is the sentence for people, `code` the word for programs. */
export const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string().describe('What the HTTP status is called.'),
  status: z.int(),
  detail: z.string().describe('What is wrong and, where there is one, the way out.'),
  code: z
    .string()
    .describe(
      'invalid, forbidden, not-found, conflict, unreadable, busy, no-token, bad-token, scope, method, limit or failed.',
    ),
});

/** A request that is turned away before anything is asked of the project. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly is: { status: number; code: string; headers?: Record<string, string> },
    sentence: string,
  ) {
    super(sentence);
  }
}

/** The answer to whatever was thrown. */
export function problemOf(error: unknown): Response {
  if (error instanceof Problem) return answered(error.is, error.message);
  if (isRefusal(error)) {
    const { code, message } = error;
    return answered({ status: statusOf[code], code, headers: hintsOf(error) }, message);
  }
  count('concord_failures_total');
  report('A route of the API failed', error);
  const sentence = 'Something went wrong on our side. Nothing was changed; please try again.';
  return answered({ status: 500, code: 'failed' }, sentence);
}

function answered({ status, code, headers }: Problem['is'], detail: string): Response {
  const body: z.infer<typeof problem> = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? '',
    status,
    detail,
    code,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...privately, ...headers, 'Content-Type': 'application/problem+json' },
  });
}
