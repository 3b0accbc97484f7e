import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refusal, isRefusal } from '@/lib/errors';

/** The files of a zip archive by name, inflated when they are asked for. */
export type ZipFiles = { names: readonly string[]; bytes(name: string): Promise<Uint8Array> };

/** How much an archive may unfold to, whatever it says of itself: sizes in bytes as they are counted while inflating. */
export type ZipLimits = { entries: number; member: number; total: number; ratio: number };

const generous: ZipLimits = { entries: 20_000, member: 500e6, total: 1e9, ratio: 200 };
/** Small members may well be a thousand times as small when packed. */
const freeOfRatio = 10e6;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Opens a zip archive that somebody sent. Refused in words: names that lead out of the archive, links, names that occur
 * twice (also in another case: which one is read would be a matter of luck), encryption, damage, and whatever unfolds
 * beyond the limits.
 */
export async function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<ZipFiles> {
  const within = { ...generous, ...limits };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await inWords(() => fromBufferPromise(buffer, { lazyEntries: true, autoClose: false }));
  const entries = await inWords(() => listed(zip, within));
  let total = 0;
  return {
    names: [...entries.keys()],
    async bytes(name) {
      const entry = entries.get(name);
      if (!entry) throw new Error(`The archive has no entry ${name}.`);
      const inflated = await inWords(() => inflate(zip, entry, { ...within, total: within.total - total }));
      total += inflated.length;
      return inflated;
    },
  };
}

async function listed(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    refuseEntry(entry, seen);
    if (seen.size > limits.entries) throw tooLarge(`more than ${limits.entries.toLocaleString('en')} files`);
    if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  }
  return entries;
}

function refuseEntry({ fileName, externalFileAttributes, generalPurposeBitFlag }: Entry, seen: Set<string>): void {
  const folded = fileName.toLowerCase();
  if (seen.has(folded)) {
    throw new Refusal('unreadable', `This archive holds two files of the name ${fileName}. Pack it again with one.`);
  }
  seen.add(folded);
  const kind = (externalFileAttributes >>> 16) & 0o170000;
  if (kind === 0o120000)
    throw new Refusal('unreadable', `This archive holds a link, ${fileName}, which is not followed.`);
  if (generalPurposeBitFlag & 1) {
    throw new Refusal('unreadable', 'This archive is encrypted. Save it without a password and try again.');
  }
}

/** Counts what comes out, since a zip may say of itself what it likes. */
async function inflate(zip: ZipFile, entry: Entry, limits: ZipLimits): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length > limits.member || length > limits.total)
      throw tooLarge(`far too much when ${entry.fileName} is inflated`);
    if (length > freeOfRatio && length > limits.ratio * entry.compressedSize) {
      throw tooLarge(`${entry.fileName}, which inflates to more than ${limits.ratio} times its size`);
    }
  }
  const whole = Buffer.concat(pieces);
  if (crc32(whole) !== entry.crc32) throw new Error(`the check sum of ${entry.fileName} does not fit`);
  return whole;
}

function tooLarge(what: string): Refusal {
  return new Refusal('unreadable', `This archive holds ${what}. It is not opened, so as not to flood the machine.`);
}

/** What the library says of an archive that it cannot read, as a sentence. */
async function inWords<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (isRefusal(cause)) throw cause;
    const { message } = cause as Error;
    const outside = /relative path|absolute path|invalid characters in fileName/i.test(message);
    const fault = outside
      ? `This archive holds a file whose name leads out of it (${message}). It is not opened.`
      : `This ZIP archive is damaged and cannot be read (${message}). Copy or export it again.`;
    throw new Refusal('unreadable', fault, { cause });
  }
}
