import 'server-only';
import { z } from 'zod';
import { isRefusal, Refusal } from '@/lib/errors';
import type { CheckedRequest } from '@/lib/door/store';
import { id } from '@/lib/log';
import type { Content } from '@/lib/interchange/importing/content';
import type { Incoming } from '@/lib/interchange/incoming';
import { readBytes } from './handler';
import { report } from './report';

/** A project of some hundred documents with all its codings fits, packed. */
const mostBytes = 200_000_000;
const mostFiles = 5_000;

/** What a browser sent: the files under `file`, each by its path, and beside them the choices as JSON. */
export type Sent = { incoming: Incoming; choices: unknown };

/** Reads a form with files in it; refuses more than may be sent while it arrives. */
export async function readSent(request: Request): Promise<Sent> {
  const bytes = await readBytes(request, mostBytes);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(bytes as BodyInit, { headers: { 'Content-Type': type } })
    .formData()
    .catch(refuseForm);
  const sent = form.getAll('file').filter((each) => typeof each !== 'string');
  if (sent.length === 0) throw new Refusal('invalid', 'Please choose a file.');
  if (sent.length > mostFiles) throw new Refusal('invalid', 'These are too many files. Pack them into one ZIP file.');
  const files = new Map<string, Uint8Array>();
  for (const file of sent) files.set(file.name, new Uint8Array(await file.arrayBuffer()));
  if (files.size < sent.length)
    throw new Refusal('invalid', 'Two of these files have the same name. Pack them into one ZIP file.');
  const name = sent.length === 1 ? sent[0]!.name : `${sent.length} files`;
  return { incoming: { name, files }, choices: jsonOf(form.get('choices')) };
}

const asked = z.strictObject({ id, body: z.unknown() });

/** The change that a form asks for, with the id that its page gave it. */
export function importRequest({ choices }: Sent): CheckedRequest & { kind: 'project.import' } {
  const parsed = asked.safeParse(choices);
  if (!parsed.success)
    throw new Refusal('invalid', 'The choices for this import are not there. Please reload the page.');
  return { ...parsed.data, kind: 'project.import' };
}

/** A line of the answer: how far it has come, what came of it, or why nothing did. */
export type Line = { done: number; of: number } | { landed: unknown } | { refused: { code: string; message: string } };

/** Answers with lines of JSON while `work` is under way: some of how far it is, and the last one of what came of it. */
export function inLines(work: (say: (line: Line) => void) => Promise<unknown>): Response {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: Line) => {
        try {
          controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
        } catch {
          // Whoever asked has gone. What was begun goes on: it lands whole, and asking again gives its answer.
        }
      };
      say(await outcome(work, say));
      try {
        controller.close();
      } catch {
        // As above.
      }
    },
  });
  const headers = {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'X-Accel-Buffering': 'no',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(body, { headers });
}

/** Content that tells how far it is, at most ten times a second. */
export function telling(content: Content, say: (line: Line) => void): Content {
  let last = 0;
  const progress = (done: number) => {
    if (Date.now() - last < 100) return;
    last = Date.now();
    say({ done, of: content.about.codings });
  };
  return { ...content, progress };
}

async function outcome(
  work: (say: (line: Line) => void) => Promise<unknown>,
  say: (line: Line) => void,
): Promise<Line> {
  try {
    return { landed: await work(say) };
  } catch (error) {
    if (isRefusal(error)) return { refused: { code: error.code, message: error.message } };
    report('An import failed', error);
    return {
      refused: { code: 'failed', message: 'Something went wrong on our side. Nothing was imported; please try again.' },
    };
  }
}

function jsonOf(field: FormDataEntryValue | null): unknown {
  try {
    return typeof field === 'string' ? JSON.parse(field) : null;
  } catch {
    return null;
  }
}

function refuseForm(cause: unknown): never {
  throw new Refusal('invalid', 'The request is no form with files.', { cause });
}
