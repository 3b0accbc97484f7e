import { Worker } from 'node:worker_threads';
import { threadOptions, weigh, type Limits } from '@/lib/documents/readers/isolate';
import { Refusal } from '@/lib/errors';
import type { Incoming } from '../incoming';
import type { Content, Piece } from './content';
import type { Question, Said } from './worker';

/** What reading a project may take: more than a document, for a project holds hundreds. Memory in bytes, time in milliseconds. */
export const limits: Limits = { memory: 1_500_000_000, time: 120_000 };
/** How many projects are read or brought in at a time; the others wait for their turn. */
const atOnce = 2;

/**
 * Reads a project file in a thread of its own, which holds what it read and hands it over piece by piece as `use` takes
 * it; so this process never holds the whole. The thread ends with `use`. Whatever a hostile file does to a parser, it
 * costs no more than `limits`, and whoever asks gets a sentence.
 */
export async function withContent<T>(
  incoming: Incoming,
  use: (content: Content) => Promise<T>,
  within: Limits = limits,
): Promise<T> {
  await turn();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: incoming,
    ...threadOptions(within.memory),
  });
  try {
    const said = await heard(worker, within);
    if (!('about' in said)) throw new Error('The thread began otherwise than with what it had read.');
    return await use({ about: said.about, pieces: () => pieces(worker, within) });
  } finally {
    void worker.terminate();
    running -= 1;
    waiting.shift()?.();
  }
}

async function* pieces(worker: Worker, within: Limits): AsyncGenerator<Piece> {
  for (let question: Question = 'again'; ; question = 'next') {
    const answer = heard(worker, within);
    worker.postMessage(question);
    const said = await answer;
    if (!('piece' in said)) throw new Error('The thread answered something else than a piece.');
    if (said.piece === null) return;
    yield said.piece;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

/** The next thing that the thread says, within the limits; what went wrong in it is thrown here. */
function heard(worker: Worker, { memory, time }: Limits): Promise<Said> {
  return new Promise<Said>((resolve, reject) => {
    const settle = (then: () => void) => {
      clearTimeout(clock);
      clearInterval(scales);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      then();
    };
    const refuse = (why: string) =>
      settle(() =>
        reject(
          new Refusal('unreadable', `${why} It may be damaged, or too large; export it in parts and import those.`),
        ),
      );
    const tooMuch = () => refuse(`Reading this file takes more memory than it may (${memory / 1e6} MB).`);
    const onMessage = (said: Said) =>
      settle(() => ('refused' in said || 'failed' in said ? reject(errorOf(said)) : resolve(said)));
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : settle(() => reject(error));
    const onExit = () => refuse('Reading this file ended early.');
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    const clock = setTimeout(
      () => refuse(`Reading this file takes longer than it may (${time / 1000} seconds).`),
      time,
    );
    const scales = setInterval(() => void weigh(worker, memory).then((isOver) => isOver && tooMuch()), 50);
  });
}

function errorOf(said: Extract<Said, { refused: unknown } | { failed: unknown }>): Error {
  return 'refused' in said ? new Refusal(said.refused.code, said.refused.message) : new Error(said.failed);
}
