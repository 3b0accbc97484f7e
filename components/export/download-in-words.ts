import { counted } from '@/components/ui/counted';
import type { DownloadProgress } from '@/lib/interchange';

/** What is said of a download: while it goes on, at its end, or that there is something to do about it. */
export type Said = { tone: 'going' | 'done' | 'fault'; sentence: string };

/** `silent`: nothing was heard of it for so long that whoever writes it may have gone. */
export function downloadInWords(progress: DownloadProgress | null, silent: boolean): Said {
  const { codings = 0, bytes = 0, ended = null } = progress ?? {};
  const far = codings > 0 ? `after ${counted(codings, 'coding')}` : `after ${sizeInWords(bytes)}`;
  const broke = bytes > 0 ? `The download broke off ${far}` : 'The download did not begin';
  if (!ended) return silent ? { tone: 'fault', sentence: unheard } : { tone: 'going', sentence: 'Writing the file…' };
  switch (ended.how) {
    case 'sent':
      return { tone: 'done', sentence: `All of it is written, ${amount(codings, bytes)}. ${amongDownloads}` };
    case 'stopped':
      return { tone: 'done', sentence: bytes > 0 ? `Cancelled ${far}. ${notWhole}` : 'Cancelled before it began.' };
    case 'left':
      return { tone: 'fault', sentence: `${broke}: your browser took no more of it.` };
    case 'failed':
      return { tone: 'fault', sentence: `${broke}. ${ended.why ?? ours}` };
  }
}

const unheard =
  'Nothing was heard of this download for a while. Look whether your browser still has it; if not, try again.';
const amongDownloads = 'The file is among the downloads of your browser.';
const notWhole = 'What your browser kept of it is not whole.';
const ours = 'Something went wrong on our side.';

function amount(codings: number, bytes: number): string {
  return codings > 0 ? `${counted(codings, 'coding')} in ${sizeInWords(bytes)}` : sizeInWords(bytes);
}

/** "3 kB", "34 MB": in thousands, as file managers show it. */
export function sizeInWords(bytes: number): string {
  const [size, unit] = bytes < 999_500 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${Math.ceil(size).toLocaleString('en')} ${unit}`;
}
