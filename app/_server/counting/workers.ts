import 'server-only';
import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { Refusal, type RefusalCode } from '@/lib/errors';

/** What a worker says: a piece of its answer, that there are no more, or what went wrong. */
export type Said =
  { piece: unknown } | { end: true } | { fault: { code: RefusalCode | null; message: string; stack: string } };

type Limits = { threads: number; queue: number };

/** A worker that has been idle this long is let go, and its memory and connections with it. */
const idleFor = 120_000;
/** The longest that one answer may be in coming. */
const patience = 300_000;
/** More than a large study needs; whoever needs more gets a refusal, and the server stays up. */
const memory = { maxOldGenerationSizeMb: 2_048 };

/**
 * A few threads that count beside the server, so that a long count keeps nobody waiting for a page. Who comes when all are
 * busy waits in line; whoever goes away before the answer gives up the place, or ends the count if it has begun.
 */
export class Workers {
  private readonly idle = new Map<Worker, NodeJS.Timeout>();
  private readonly line: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly limits: Limits) {}

  /** The answer of a task that has just one piece. */
  async answer(request: unknown, signal?: AbortSignal | null): Promise<unknown> {
    let answer: unknown;
    for await (const piece of this.pieces(request, signal)) answer = piece;
    return answer;
  }

  /** The answer piece by piece; the next one is made when the one before was taken. */
  async *pieces(request: unknown, signal?: AbortSignal | null): AsyncGenerator<unknown> {
    await this.turn(signal);
    const worker = this.take();
    let ended = false;
    try {
      worker.postMessage(request);
      for (;;) {
        const said = await heard(worker, signal);
        ended = !('piece' in said);
        if ('fault' in said) throw faultOf(said.fault);
        if ('end' in said) return;
        yield said.piece;
        worker.postMessage('more');
      }
    } finally {
      // One that is in the middle of something cannot be used again, and in development its code may be old.
      if (ended && process.env.NODE_ENV === 'production') this.keep(worker);
      else void worker.terminate();
      this.pass();
    }
  }

  /** Waits for a thread to be free. */
  private turn(signal?: AbortSignal | null): Promise<void> {
    signal?.throwIfAborted();
    if (this.busy < this.limits.threads) {
      this.busy += 1;
      return Promise.resolve();
    }
    if (this.line.length >= this.limits.queue) {
      throw new Refusal('conflict', 'The server is busy counting for others. Please try again in a minute.');
    }
    return new Promise((begin, leave) => {
      const gone = () => {
        this.line.splice(this.line.indexOf(next), 1);
        leave(signal?.reason as Error);
      };
      const next = () => {
        signal?.removeEventListener('abort', gone);
        begin();
      };
      this.line.push(next);
      signal?.addEventListener('abort', gone, { once: true });
    });
  }

  /** Hands the place of one that is done to who waits longest. */
  private pass(): void {
    const next = this.line.shift();
    if (next) next();
    else this.busy -= 1;
  }

  private take(): Worker {
    const [known] = this.idle.keys();
    if (!known) return this.begin();
    this.forget(known);
    known.ref();
    return known;
  }

  private begin(): Worker {
    const env = { ...process.env, CONCORD_POOL: '2' };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: memory, env });
    worker.on('error', () => {}); // Whoever waits for it hears of it in `heard`.
    worker.on('exit', () => this.forget(worker));
    return worker;
  }

  private keep(worker: Worker): void {
    worker.unref();
    this.idle.set(worker, setTimeout(() => void worker.terminate(), idleFor).unref());
  }

  private forget(worker: Worker): void {
    clearTimeout(this.idle.get(worker));
    this.idle.delete(worker);
  }
}

/** The worker's next message; rejects when it dies, takes too long, or nobody waits for it any more. */
function heard(worker: Worker, signal?: AbortSignal | null): Promise<Said> {
  return new Promise((done, fail) => {
    const settle = (act: () => void) => () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', gone);
      worker.off('message', said).off('error', broke).off('exit', left);
      act();
    };
    const said = (message: Said) => settle(() => done(message))();
    const broke = (error: Error) => settle(() => fail(outOfMemory(error)))();
    const left = settle(() => fail(new Error('A counting worker ended by itself.')));
    const gone = settle(() => fail(signal?.reason as Error));
    const late = settle(() =>
      fail(new Refusal('conflict', `This count takes longer than ${patience / 60_000} minutes. ${choosesLess}`)),
    );
    const timer = setTimeout(late, patience);
    worker.on('message', said).on('error', broke).on('exit', left);
    signal?.addEventListener('abort', gone, { once: true });
    if (signal?.aborted) gone();
    if (worker.threadId === -1) left(); // It died while nobody listened.
  });
}

const choosesLess = 'Choose fewer documents or codes, or a larger unit.';

function outOfMemory(error: Error): Error {
  const { code } = error as { code?: string };
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new Refusal('conflict', `This count needs more memory than the server gives to one. ${choosesLess}`, {
    cause: error,
  });
}

function faultOf({ code, message, stack }: Extract<Said, { fault: unknown }>['fault']): Error {
  if (code) return new Refusal(code, message);
  return Object.assign(new Error('A counting worker failed.'), { stack });
}

declare global {
  var concordCounting: { pages: Workers; files: Workers } | undefined;
}

/**
 * Pages are counted in at most two threads, and files, which last as long as their reader takes, in two of their own.
 * Reloads of modules in development keep them.
 */
export function counting(): { pages: Workers; files: Workers } {
  const threads = Math.max(1, Math.min(2, availableParallelism() - 1));
  return (globalThis.concordCounting ??= {
    pages: new Workers({ threads, queue: 40 }),
    files: new Workers({ threads: 2, queue: 8 }),
  });
}
