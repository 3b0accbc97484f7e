import 'server-only';
import { count } from '../metrics';
import { Problem } from './problem';

/** Files that one token may be sent at the same time: half of what the process can write at once. */
const most = 2;
const pause = 10;

declare global {
  var concordDownloads: Map<string, number> | undefined;
}

/**
 * Makes a file for a token, unless it is being sent as many as it may already. Its place is free again when the file has
 * ended in whichever way: sent, broken off, or never begun. Kept in this process, as other limits are (docs/decisions/062).
 */
export async function inPlace(tokenId: string, signal: AbortSignal, make: () => Promise<Response>): Promise<Response> {
  const leave = takePlace(tokenId);
  signal.addEventListener('abort', leave);
  try {
    const response = await make();
    if (!response.body) leave();
    return response.body ? new Response(until(response.body, leave), response) : response;
  } catch (error) {
    leave();
    throw error;
  }
}

function takePlace(tokenId: string): () => void {
  const taken = (globalThis.concordDownloads ??= new Map());
  const now = taken.get(tokenId) ?? 0;
  if (now >= most) refuse();
  taken.set(tokenId, now + 1);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const left = taken.get(tokenId)! - 1;
    if (left > 0) taken.set(tokenId, left);
    else taken.delete(tokenId);
  };
}

function refuse(): never {
  count('concord_api_limited_total');
  const is = { status: 429, code: 'limit', headers: { 'Retry-After': String(pause) } };
  throw new Problem(is, `This token is being sent ${most} files already. Wait until one of them is there, and go on.`);
}

/** The same bytes; `end` is called when there are no more of them, or nobody wants more. */
function until(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          end();
          controller.close();
        } catch (error) {
          end();
          throw error;
        }
      },
      async cancel(reason) {
        end();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
