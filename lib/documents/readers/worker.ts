import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal, type RefusalCode } from '@/lib/errors';
import { readFile, type ReadFile, type Reading } from './read-file';

/** What the thread is given when it starts, and the one message that it sends. */
export type Question = { bytes: Uint8Array; reading: Reading };
export type Answer = { read: ReadFile } | { refused: { code: RefusalCode; message: string } } | { failed: string };

/** The thread in which one file is read: see `isolate.ts`. */
const { bytes, reading } = workerData as Question;
readFile(bytes, reading)
  .then((read): Answer => ({ read }), answerTo)
  .then((answer) => parentPort?.postMessage(answer));

function answerTo(error: unknown): Answer {
  if (isRefusal(error)) return { refused: { code: error.code, message: error.message } };
  return { failed: error instanceof Error ? `${error.name}: ${error.stack}` : String(error) };
}
