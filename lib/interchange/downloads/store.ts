import 'server-only';
import { db } from '@/lib/db';
import { onNotice } from '@/lib/log/listening/store';
import type { DownloadProgress } from '../download-progress';

type Notice = DownloadProgress | { stop: string };

/** Tells all processes how far a download of this person's is. Nothing of it is stored. */
export async function tellProgress(userId: string, progress: DownloadProgress): Promise<void> {
  await notify(userId, progress);
}

/** Asks whichever process writes this download of this person's to stop. */
export async function stopDownload(userId: string, id: string): Promise<void> {
  await notify(userId, { stop: id });
}

/** Calls `hear` with what is told of a person's downloads. Returns the way to stop. */
export function onProgress(userId: string, hear: (progress: DownloadProgress) => void): () => void {
  return onDownloads(userId, (notice) => ('stop' in notice ? undefined : hear(notice)));
}

/** Calls `stop` when this person wants this download stopped. Returns the way to be forgotten. */
export function onStop(userId: string, id: string, stop: () => void): () => void {
  return onDownloads(userId, (notice) => ('stop' in notice && notice.stop === id ? stop() : undefined));
}

/** The topic is the person, so that nobody hears of another's downloads, nor ends them. */
function onDownloads(userId: string, hear: (notice: Notice) => void): () => void {
  return onNotice('download', userId, (told) => (told ? hear(JSON.parse(told) as Notice) : undefined));
}

async function notify(userId: string, notice: Notice): Promise<void> {
  await db().$queryRaw`SELECT pg_notify('download', ${`${userId} ${JSON.stringify(notice)}`})::text`;
}
