/**
 * How far a download has come, as the process that writes it tells the person it is for. It is written nowhere and is no
 * change of the project. What is counted has left the server, which is a little more than what the browser has.
 */
export type DownloadProgress = {
  /** The page's own id for the download. */
  id: string;
  codings: number;
  bytes: number;
  /** Null while it goes on. */
  ended: DownloadEnd | null;
};

/** `sent`: all of it; `stopped`: on request; `left`: nobody took the rest; `failed`: with the reason where there is one for people. */
export type DownloadEnd = { how: 'sent' | 'stopped' | 'left' } | { how: 'failed'; why: string | null };

/** How often a download that stands still tells that it is there, in ms. */
export const progressBeatMs = 5_000;
