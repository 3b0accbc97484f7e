import { Worker } from 'node:worker_threads';
import { Refusal } from '@/lib/errors';
import type { ReadFile, Reading } from './read-file';
import type { Answer, Question } from './worker';

/** What reading one file may take. Memory in bytes, time in milliseconds. */
export const limits = { memory: 512 * 1024 * 1024, time: 20_000, atOnce: 2 };

/**
 * Reads a file in a thread of its own, which ends with the file: whatever a hostile file does to a parser, it costs no
 * more than `limits`, and whoever asks gets a sentence. Further files wait their turn.
 */
export async function readSafely(bytes: Uint8Array, reading: Reading): Promise<ReadFile> {
  await turn();
  try {
    return await inThread({ bytes, reading });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

function inThread(question: Question): Promise<ReadFile> {
  const worker = start(question);
  return new Promise<ReadFile>((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(clock);
      clearInterval(scales);
      void worker.terminate();
      settle();
    };
    const refuse = (why: string) =>
      end(() =>
        reject(
          new Refusal(
            'unreadable',
            `${why} It may be damaged, or too large; save its text in a file of its own, or split it.`,
          ),
        ),
      );
    const tooMuch = () =>
      refuse(`Reading this file takes more memory than it may (${limits.memory / 1024 / 1024} MB).`);
    const clock = setTimeout(
      () => refuse(`Reading this file takes longer than it may (${limits.time / 1000} seconds).`),
      limits.time,
    );
    const scales = setInterval(() => void weigh(worker, tooMuch), 50);
    worker.once('message', (answer: Answer) =>
      end(() => ('read' in answer ? resolve(answer.read) : reject(errorOf(answer)))),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : end(() => reject(error)),
    );
    worker.once('exit', () => refuse('Reading this file ended early.'));
  });
}

/** The bundler finds the thread's program by this very form and builds it; from source it runs as TypeScript. */
function start(question: Question): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.memory / 1024 / 1024,
      maxYoungGenerationSizeMb: 64,
      stackSizeMb: 4,
    },
    // A thread that reads a stranger's file has no business with the server's secrets.
    env: isBuilt ? {} : { TSX_TSCONFIG_PATH: process.env.TSX_TSCONFIG_PATH },
    ...(!isBuilt && !isTranslated && { execArgv: ['--import', 'tsx'] }),
  });
}

const isBuilt = process.env.NEXT_RUNTIME !== undefined;
/** The command line's own loader is handed on to threads by itself; a test's is not. */
const isTranslated = process.execArgv.some((word) => word.includes('tsx'));

/** The engine limits what it counts as its heap; bytes of files lie beside that and are weighed here. */
async function weigh(worker: Worker, tooMuch: () => void): Promise<void> {
  const { used_heap_size: heap, external_memory: beside } = await worker
    .getHeapStatistics()
    .catch(() => ({ used_heap_size: 0, external_memory: 0 }));
  if (heap + beside > limits.memory) tooMuch();
}

function errorOf(answer: Exclude<Answer, { read: ReadFile }>): Error {
  return 'refused' in answer ? new Refusal(answer.refused.code, answer.refused.message) : new Error(answer.failed);
}
