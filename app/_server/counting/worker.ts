import { once } from 'node:events';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { isRefusal } from '@/lib/errors';
import { tasks, type Request } from './tasks';
import type { Said } from './workers';

/** The thread itself: carries out one request after the other, each piece of an answer when it is asked for. */
parentPort?.on('message', (message: Request | 'more') => {
  if (message !== 'more') void carryOut(parentPort!, message);
});

async function carryOut(port: MessagePort, { task, ask }: Request): Promise<void> {
  try {
    for await (const piece of tasks[task](ask as never)) {
      port.postMessage({ piece } satisfies Said);
      await once(port, 'message');
    }
    port.postMessage({ end: true } satisfies Said);
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ fault: { code: isRefusal(error) ? error.code : null, message, stack } } satisfies Said);
  }
}
