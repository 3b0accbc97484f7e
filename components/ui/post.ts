import { Refusal, refusalCodes } from '@/lib/errors';

/** Sends JSON to one of our own routes. Resolves to the answer; rejects with the server's `Refusal` or in plain words. */
export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  return answerOf<Answer>(await reach(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
}

/** The JSON of an answer, or the refusal it carries. */
export async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return (await response.json()) as Answer;
  throw await refusalIn(response);
}

/** As `fetch`, with a sentence where the server cannot be reached. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new Error('The server is out of reach. Please check the connection and try again.', { cause: error });
  }
}

/** What to show of anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Please try again.';
}

type Told = { error?: { code?: string; message?: string } };

async function refusalIn(response: Response): Promise<Error> {
  const { error } = ((await response.json().catch(() => ({}))) as Told) ?? {};
  const code = refusalCodes.find((each) => each === error?.code);
  const message = error?.message ?? 'Something went wrong on our side. Please try again.';
  return code ? new Refusal(code, message) : new Error(message);
}
