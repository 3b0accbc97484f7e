import { Refusal, refusalCodes, type RefusalCode } from '@/lib/errors';
import type { Change, ChangeRequest } from '@/lib/log';
import type { KeptQueue, Owner } from './kept-queue';

export type Sending = 'saved' | 'saving' | 'offline' | 'signed-out';

/** What the outbox tells its owner. `orphan` is a refusal of a change whose asker is gone: it was made before a reload. */
export type Told = {
  accepted: (change: Change) => void;
  changed: () => void;
  orphan: (refusal: Refusal) => void;
};

type Waiting = {
  request: ChangeRequest;
  answer: Promise<Change>;
  settle: (change: Change) => void;
  refuse: (error: Refusal) => void;
};
type Answer = { id: string; change?: Change; refused?: { code: string; message: string } };

const mostPerRequest = 200;

/**
 * The changes that the server has not acknowledged yet, in order. They are sent one request at a time, again and again
 * until there is an answer, and kept on the browser's shelf meanwhile; each carries an id that makes a repeat harmless.
 */
export class Outbox {
  state: Sending = 'saved';
  private waiting: Waiting[] = [];
  private sending = false;
  private hurry: () => void = () => {};

  constructor(
    private readonly owner: Owner,
    private readonly told: Told,
  ) {}

  /** Where the queue is kept; set once the page runs in a browser. */
  kept: KeptQueue | null = null;

  get requests(): ChangeRequest[] {
    return this.waiting.map(({ request }) => request);
  }

  /** Asks for changes in this order; one promise each. Those of one step end with the first of them that is refused. */
  add(requests: readonly ChangeRequest[]): Promise<Change>[] {
    const added = requests.map(waitingFor);
    this.waiting.push(...added);
    this.queueChanged();
    void this.flush();
    return added.map(({ answer }) => answer);
  }

  /** Resolves once everything that waits now has its answer. */
  async answered(): Promise<void> {
    await Promise.allSettled(this.waiting.map(({ answer }) => answer));
  }

  /** Takes in what a tab that is gone had not sent. It was there first, so it goes first. */
  adopt(requests: ChangeRequest[]): void {
    const here = new Set(this.waiting.map(({ request }) => request.id));
    const left = requests.filter(({ id }) => !here.has(id)).map(waitingFor);
    for (const { answer } of left) answer.catch(this.told.orphan);
    this.waiting.unshift(...left);
    this.queueChanged();
    void this.flush();
  }

  /** Tries again at once instead of after the pause; also when signed out, for the person may have signed in elsewhere. */
  wake(): void {
    this.hurry();
    if (this.waiting.length > 0) this.signedIn();
  }

  /** The session is over: nothing is sent, and nothing forgotten, until `signedIn`. */
  signedOut(): void {
    this.announce('signed-out');
  }

  signedIn(): void {
    if (this.state === 'signed-out') this.announce('saved');
    void this.flush();
  }

  private async flush(): Promise<void> {
    if (this.sending || this.waiting.length === 0 || this.state === 'signed-out') return;
    this.sending = true;
    this.announce('saving');
    for (let pause = 500; this.waiting.length > 0; pause = Math.min(pause * 2, 15_000)) {
      const outcome = await this.post(this.requests.slice(0, mostPerRequest));
      if (outcome === 'signed-out') break;
      if (outcome === null) {
        this.announce('offline');
        await this.pause(pause);
        continue;
      }
      pause = 250;
      this.settle(outcome);
    }
    this.sending = false;
    if (this.waiting.length === 0) this.announce('saved');
  }

  /** The server's answers; null when there were none and the same requests should be sent again. */
  private async post(requests: ChangeRequest[]): Promise<Answer[] | 'signed-out' | null> {
    try {
      const response = await fetch(`/api/projects/${this.owner.projectId}/changes`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Concord-As': this.owner.viewerId },
        body: JSON.stringify(requests),
      });
      if (response.status === 401) return this.announce('signed-out');
      if (response.status >= 500) return null;
      if (response.ok) return (await response.json()) as Answer[];
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      return requests.map(({ id }) => ({ id, refused: error }));
    } catch {
      return null;
    }
  }

  private settle(answers: Answer[]): void {
    for (const { id, change, refused } of answers) {
      const waiting = this.waiting.find(({ request }) => request.id === id);
      this.waiting = this.waiting.filter((each) => each !== waiting);
      if (change) {
        this.told.accepted(change);
        waiting?.settle(change);
      } else if (refused && waiting) {
        const refusal = new Refusal(codeOf(refused.code), refused.message);
        for (const each of [waiting, ...this.endStep(waiting.request)]) each.refuse(refusal);
      }
    }
    this.queueChanged();
  }

  /** Takes what is left of a step out of the queue: the server ends one at its first refusal, and so do we. */
  private endStep({ step }: ChangeRequest): Waiting[] {
    const rest = step ? this.waiting.filter(({ request }) => request.step === step) : [];
    this.waiting = this.waiting.filter((each) => !rest.includes(each));
    return rest;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((again) => {
      const timer = setTimeout(again, ms);
      this.hurry = () => (clearTimeout(timer), again());
    });
  }

  private queueChanged(): void {
    // A browser that cannot keep the queue (its disk is full) still sends it; the count of unsaved changes stays true.
    this.kept?.keep(this.requests).catch(() => {});
    this.told.changed();
  }

  private announce<S extends Sending>(state: S): S {
    this.state = state;
    this.told.changed();
    return state;
  }
}

function waitingFor(request: ChangeRequest): Waiting {
  const waiting = { request } as Waiting;
  waiting.answer = new Promise((settle, refuse) => Object.assign(waiting, { settle, refuse }));
  return waiting;
}

function codeOf(code: string): RefusalCode {
  return refusalCodes.find((each) => each === code) ?? 'conflict';
}
