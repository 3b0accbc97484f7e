import { Worker } from 'node:worker_threads';
import { Refusal } from '@/lib/errors';
import type { ReadFile, Reading } from './read-file';
import type { TableOfDocuments } from './table/read-table';
import type { Answer, Question, Tasks } from './worker';

/** What reading one file may take. Memory in bytes; time in milliseconds, so that an answer is there within 20 seconds. */
export type Limits = { memory: number; time: number };
export const limits: Limits = { memory: 512_000_000, time: 19_000 };
/** How many files are read at a time; the others wait for their turn. */
const atOnce = 2;

/**
 * Reads a file in a thread of its own, which ends with the file: whatever a hostile file does to a parser, it costs no
 * more than `limits`, and whoever asks gets a sentence. Further files wait their turn.
 */
export async function readSafely(bytes: Uint8Array, reading: Reading, within: Limits = limits): Promise<ReadFile> {
  return inTurn({ bytes, reading, as: 'document' }, within);
}

/** The same for a table whose rows are to become documents. */
export async function readTableSafely(bytes: Uint8Array, reading: Reading, within: Limits = limits): Promise<TableOfDocuments> {
  return inTurn({ bytes, reading, as: 'table' }, within);
}

async function inTurn<As extends keyof Tasks>(question: Question & { as: As }, within: Limits): Promise<Tasks[As]> {
  await turn();
  try {
    return await inThread(question, within);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

function inThread<As extends keyof Tasks>(question: Question & { as: As }, { memory, time }: Limits): Promise<Tasks[As]> {
  const worker = start(question, memory);
  return new Promise<Tasks[As]>((resolve, reject) => {
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
    const tooMuch = () => refuse(`Reading this file takes more memory than it may (${memory / 1e6} MB).`);
    const clock = setTimeout(
      () => refuse(`Reading this file takes longer than it may (${time / 1000} seconds).`),
      time,
    );
    const scales = setInterval(() => void weigh(worker, memory).then((isOver) => isOver && tooMuch()), 50);
    worker.once('message', (answer: Answer<Tasks[As]>) =>
      end(() => ('read' in answer ? resolve(answer.read) : reject(errorOf(answer)))),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : end(() => reject(error)),
    );
    worker.once('exit', () => refuse('Reading this file ended early.'));
  });
}

/** The bundler finds the thread's program by this very form and builds it; from source it runs as TypeScript. */
function start(question: Question, memory: number): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: {
      maxOldGenerationSizeMb: memory / 1e6,
      maxYoungGenerationSizeMb: 64,
      stackSizeMb: 4,
    },
    // A thread that reads a stranger's file has no business with the server's secrets.
    env: isBuilt ? {} : translation,
    ...(!isBuilt && !isTranslated && { execArgv: ['--import', 'tsx'] }),
  });
}

const isBuilt = process.env.NEXT_RUNTIME !== undefined;
const { TSX_TSCONFIG_PATH: settings } = process.env;
const translation = settings === undefined ? {} : { TSX_TSCONFIG_PATH: settings };
/** The command line's own loader is handed on to threads by itself; a test's is not. */
const isTranslated = process.execArgv.some((word) => word.includes('tsx'));

/** The engine limits what it counts as its heap; bytes of files lie beside that and are weighed here. */
async function weigh(worker: Worker, memory: number): Promise<boolean> {
  const weight = await worker.getHeapStatistics().catch(() => null);
  return weight !== null && weight.used_heap_size + weight.external_memory > memory;
}

function errorOf(answer: Exclude<Answer<never>, { read: never }>): Error {
  return 'refused' in answer ? new Refusal(answer.refused.code, answer.refused.message) : new Error(answer.failed);
}
