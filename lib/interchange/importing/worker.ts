import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal, type RefusalCode } from '@/lib/errors';
import { recognised } from '../formats';
import type { Incoming, Reading } from '../incoming';
import type { About, Piece } from './content';
import { aboutOf, piecesOf } from './pieces';

/** What the thread is asked, one thing after the other: to begin with the pieces again, or for the next one. */
export type Question = 'again' | 'next';
/** What it says: once what it has read, then a piece for each question, or that there are no more. */
export type Said =
  { about: About } | { piece: Piece | null } | { refused: { code: RefusalCode; message: string } } | { failed: string };

/** The thread in which one stranger's project is read and held: see `isolate.ts`. */
read(workerData as Incoming).catch((error) => say(faultOf(error)));

async function read(incoming: Incoming): Promise<void> {
  const format = await recognised(incoming);
  const reading = await format.read(incoming);
  const about = await aboutOf(format, reading);
  answer(reading);
  say({ about });
}

function answer({ archive }: Reading): void {
  let pieces = piecesOf(archive);
  parentPort?.on('message', (question: Question) => {
    if (question === 'again') pieces = piecesOf(archive);
    pieces.next().then(
      ({ done, value }) => say({ piece: done ? null : value }),
      (error) => say(faultOf(error)),
    );
  });
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}

function faultOf(error: unknown): Said {
  if (isRefusal(error)) return { refused: { code: error.code, message: error.message } };
  return { failed: error instanceof Error ? `${error.name}: ${error.stack}` : String(error) };
}
