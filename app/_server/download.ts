import 'server-only';
import { attachment } from '@/lib/interchange';

type Download = {
  name: string;
  mediaType: string;
  /** Breaks the download off, also while nobody takes anything of it. */
  signal?: AbortSignal;
};

/**
 * Answers with a file that is still being written. Its first pieces are awaited before the answer begins, so that what
 * goes wrong at the start is told in words; what goes wrong later breaks the download off, which browsers show as failed.
 */
export async function download(
  pieces: AsyncIterable<Uint8Array>,
  { name, mediaType, signal }: Download,
): Promise<Response> {
  const source = pieces[Symbol.asyncIterator]();
  const first = [await source.next(), await source.next()];
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal?.addEventListener('abort', () => {
          controller.error(signal.reason);
          source.return?.().catch(() => {});
        });
      },
      async pull(controller) {
        const piece = first.shift() ?? (await source.next());
        if (piece.done) controller.close();
        else controller.enqueue(piece.value);
      },
      async cancel() {
        await source.return?.();
      },
    },
    { highWaterMark: 2 },
  );
  return new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': attachment(name),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
