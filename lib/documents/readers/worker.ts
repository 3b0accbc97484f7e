import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal, type RefusalCode } from '@/lib/errors';
import { readFile, type ReadFile, type Reading } from './read-file';
import { readTable, type TableOfDocuments } from './table/read-table';

/** What a file can be read as, and what comes of it. */
export type Tasks = { document: ReadFile; table: TableOfDocuments };
/** What the thread is given when it starts, and the one message that it sends. */
export type Question = { bytes: Uint8Array; reading: Reading; as: keyof Tasks };
export type Answer<Read> = { read: Read } | { refused: { code: RefusalCode; message: string } } | { failed: string };

/** The thread in which one file is read: see `isolate.ts`. */
const { bytes, reading, as } = workerData as Question;
const readAs: { [As in keyof Tasks]: (bytes: Uint8Array, reading: Reading) => Promise<unknown> } = {
  document: readFile,
  table: readTable,
};
readAs[as](bytes, reading)
  .then((read): Answer<unknown> => ({ read }), answerTo)
  .then((answer) => parentPort?.postMessage(answer));

function answerTo(error: unknown): Answer<never> {
  if (isRefusal(error)) return { refused: { code: error.code, message: error.message } };
  return { failed: error instanceof Error ? `${error.name}: ${error.stack}` : String(error) };
}
