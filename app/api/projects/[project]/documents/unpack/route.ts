import { projectRoute, readBytes } from '@/app/_server/handler';
import { report } from '@/app/_server/report';
import { askedProperties, type Attribute } from '@/lib/documents';
import { listAttributes } from '@/lib/documents/attributes/store';
import { filesIn, readSafely, type PackedFile } from '@/lib/documents/readers';
import { isRefusal } from '@/lib/errors';

const mostBytes = 50_000_000;

/** Reads the files of an archive one after another and answers a line of JSON for each: what it holds or why it cannot be read. */
export const POST = projectRoute('documents:edit', async (request, { projectId }) => {
  const lines = linesOf(await readBytes(request, mostBytes), await listAttributes(projectId));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel: () => void lines.return(undefined),
  });
  return new Response(body, {
    headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'private, no-store' },
  });
});

async function* linesOf(bytes: Uint8Array, defined: readonly Attribute[]) {
  try {
    for await (const file of filesIn(bytes)) yield await lineOf(file, defined);
    yield { ended: true };
  } catch (error) {
    yield { fault: sentenceOf(error) };
  }
}

async function lineOf({ name, bytes }: PackedFile, defined: readonly Attribute[]) {
  try {
    const read = await readSafely(bytes, { name });
    return { name, read: { ...read, properties: askedProperties(read.properties, defined) } };
  } catch (error) {
    return { name, refused: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  if (isRefusal(error)) return error.message;
  report('A packed file could not be read', error);
  return 'Something went wrong on our side while this was read. Nothing was changed; please try again.';
}
