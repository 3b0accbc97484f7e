import { randomUUID } from 'node:crypto';
import { ProjectClient, type Start } from '@/components/project/client';
import type { AskedBody, KindName } from '@/lib/door';
import { isRefusal } from '@/lib/errors';
import { inBrowser, someOf, type Seat } from './browser';

export type Study = { documents: { id: string; text: string }[]; codes: string[] };

/**
 * A person at the workspace, with the very client that the browser runs. Codes, edits, removes, undoes, does again,
 * marks as finished and opens pages, at random and without waiting for the network. The seat keeps the ledger of what
 * was acknowledged.
 */
export class Coder {
  private readonly client: ProjectClient;
  private readonly stop: () => void;
  private readonly waiting = new Set<Promise<unknown>>();
  /** What became of the pages that were asked for; none is an answer that never came. */
  readonly pages: { path: string; status: number | null }[] = [];

  constructor(
    readonly seat: Seat,
    start: Start,
    private readonly study: Study,
  ) {
    const projectId = start.data.project.id;
    this.client = new ProjectClient(projectId, start, { stale: () => {}, orphan: () => {} });
    this.stop = inBrowser(seat, () => this.client.connect());
  }

  get state() {
    return this.client.getView().state;
  }

  async work(trial: { isOver: boolean }, paceMs: number): Promise<void> {
    while (!trial.isOver) {
      inBrowser(this.seat, () => this.act());
      await new Promise((next) => setTimeout(next, paceMs * (0.5 + Math.random())));
    }
  }

  /** Resolves when the server has answered everything. */
  async settle(): Promise<void> {
    while (this.waiting.size > 0) {
      inBrowser(this.seat, this.client.wake);
      await Promise.race([Promise.all(this.waiting), new Promise((again) => setTimeout(again, 500))]);
    }
  }

  leave(): void {
    this.stop();
  }

  private act(): void {
    const dice = Math.random();
    const own = this.own();
    if (dice < 0.1) return void this.read();
    if (dice < 0.6 || own === null) return this.send('coding.add', this.passage());
    if (dice < 0.7) return this.send('coding.edit', { id: own, set: { memo: randomUUID() } });
    if (dice < 0.8) return this.send('coding.remove', { id: own });
    if (dice < 0.9) return this.keep(this.client.undo());
    if (dice < 0.95) return this.keep(this.client.redo());
    this.send('finished.set', { documentId: someOf(this.study.documents).id, finished: Math.random() < 0.5 });
  }

  private async read(): Promise<void> {
    const project = `/projects/${this.state.project.id}`;
    const document = `${project}/documents/${someOf(this.study.documents).id}`;
    const path = someOf([document, document, `${project}/codebook`, `${project}/agreement`, `/api${project}/export/coded-passages.csv`]);
    const answer = fetch(path, { redirect: 'manual' }).then(({ status }) => status);
    this.pages.push({ path, status: await answer.catch(() => null) });
  }

  private own(): string | null {
    const { codings, viewerId } = this.state;
    const mine = [...codings.values()].filter(({ coderId }) => coderId === viewerId);
    return mine.length > 0 ? someOf(mine).id : null;
  }

  private passage(): AskedBody<'coding.add'> {
    const { id: documentId, text } = someOf(this.study.documents);
    const start = Math.floor(Math.random() * (text.length - 60));
    const end = start + 5 + Math.floor(Math.random() * 50);
    return { id: randomUUID(), documentId, codeId: someOf(this.study.codes), start, end, quote: text.slice(start, end) };
  }

  private send<K extends KindName>(kind: K, body: AskedBody<K>): void {
    this.keep(this.client.send(kind, body));
  }

  private keep(answer: Promise<unknown>): void {
    const kept = answer.catch((error) => {
      if (!isRefusal(error)) throw error;
    });
    this.waiting.add(kept);
    void kept.finally(() => this.waiting.delete(kept));
  }
}
