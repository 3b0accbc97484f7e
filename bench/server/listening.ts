import { Agent } from 'node:http';
import { sealCursor } from '@/lib/log/cursor';
import { newestSeq } from '@/lib/log/store';
import type { Scene } from './accepting';
import { open, type Seat } from './seats';

/** A live stream that notes when each change was heard, by the change's id. */
export class Ear {
  readonly heard = new Map<string, number>();
  private waiting = new Map<string, () => void>();
  private rest = '';

  private constructor(readonly close: () => void) {}

  static async open({ stage, one }: Scene, seat: Seat): Promise<Ear> {
    const { projectId } = one.owner;
    const path = `/api/projects/${projectId}/stream?after=${sealCursor(projectId, await newestSeq(projectId))}`;
    const response = await open(stage, { ...seat, agent: new Agent() }, { method: 'GET', path });
    if (response.statusCode !== 200) throw new Error(`The stream was refused: ${response.statusCode}`);
    const ear = new Ear(() => response.destroy());
    response
      .setEncoding('utf8')
      .on('data', (part: string) => ear.take(part))
      .on('error', () => {});
    return ear;
  }

  /** Resolves once this change has been heard, to when that was. */
  async hears(id: string): Promise<number> {
    if (!this.heard.has(id)) await new Promise<void>((done) => this.waiting.set(id, done));
    return this.heard.get(id)!;
  }

  private take(part: string): void {
    const events = (this.rest + part).split('\n\n');
    this.rest = events.pop()!;
    for (const event of events) {
      const id = /^data: \{"id":"([\da-f-]{36})"/m.exec(event)?.[1];
      if (!id) continue;
      this.heard.set(id, performance.now());
      this.waiting.get(id)?.();
      this.waiting.delete(id);
    }
  }
}
