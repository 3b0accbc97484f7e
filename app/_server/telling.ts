import 'server-only';
import { isRefusal, Refusal } from '@/lib/errors';
import { progressBeatMs, type Archive, type DownloadEnd } from '@/lib/interchange';
import { onStop, tellProgress } from '@/lib/interchange/downloads/store';

/** How often it is told how far a download is, in ms. */
const tellMs = 400;

/** Whose download it is, which, and what ends when whoever asked has gone. */
type Told = { userId: string; id: string; signal: AbortSignal };

/**
 * Makes a download whose person is told how far it is and may stop it, from whichever page and by way of whichever
 * process (docs/decisions/063). A download that was told of nothing is made by the same code without a `Telling`.
 */
export async function telling(told: Told, make: (by: Telling) => Promise<Response>): Promise<Response> {
  const by = new Telling(told);
  try {
    return await make(by);
  } catch (error) {
    await by.end(by.endOf(error));
    throw by.stopped ? new Refusal('conflict', 'This download was cancelled.', { cause: error }) : error;
  }
}

/** One download on its way: counts what passes and tells of it. */
export class Telling {
  /** Ends when whoever asked has gone, and when they want it stopped. */
  readonly signal: AbortSignal;
  private readonly stopping = new AbortController();
  private readonly forget: () => void;
  private readonly timer: ReturnType<typeof setInterval>;
  private progress = { codings: 0, bytes: 0 };
  private said = { what: '', at: 0 };
  private saying: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(private readonly told: Told) {
    this.signal = AbortSignal.any([told.signal, this.stopping.signal]);
    this.forget = onStop(told.userId, told.id, () => this.stopping.abort());
    this.timer = setInterval(() => this.say(null), tellMs);
  }

  get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  /** The archive, with its codings counted as they are taken. */
  counting(archive: Archive): Archive {
    const { progress } = this;
    async function* codings() {
      for await (const batch of archive.codings()) {
        yield batch;
        progress.codings += batch.length;
      }
    }
    return { ...archive, codings };
  }

  /** The pieces of the file, told of as they go out; the last word is said however they end. */
  async *through(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let end: DownloadEnd | null = null;
    try {
      for await (const piece of pieces) {
        this.signal.throwIfAborted();
        this.progress.bytes += piece.length;
        yield piece;
      }
      end = { how: 'sent' };
    } catch (error) {
      end = this.endOf(error);
      throw error;
    } finally {
      await this.end(end ?? { how: this.stopped ? 'stopped' : 'left' });
    }
  }

  endOf(error: unknown): DownloadEnd {
    if (this.stopped) return { how: 'stopped' };
    if (this.told.signal.aborted) return { how: 'left' };
    return { how: 'failed', why: isRefusal(error) ? error.message : null };
  }

  async end(end: DownloadEnd): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    clearInterval(this.timer);
    this.forget();
    this.say(end);
    await this.saying;
  }

  /** One after the other, so that the last word is heard last. What cannot be told is no reason to end a download. */
  private say(ended: DownloadEnd | null): void {
    const what = JSON.stringify(this.progress);
    const now = Date.now();
    if (!ended && what === this.said.what && now - this.said.at < progressBeatMs) return;
    this.said = { what, at: now };
    const progress = { id: this.told.id, ...this.progress, ended };
    this.saying = this.saying.then(() => tellProgress(this.told.userId, progress)).catch(() => {});
  }
}
