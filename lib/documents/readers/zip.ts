import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { crc32 } from 'node:zlib';
import { Refusal } from '@/lib/errors';
import { begins, refuseOtherKind } from './kinds';

/** Office documents and e-books are ZIP archives; this is one whose list of members has been read and found sound. */
export type Archive = {
  names: readonly string[];
  /** A member's bytes, or null if there is none of this name. */
  read(name: string): Promise<Uint8Array | null>;
};

/**
 * What an archive may unfold to, in bytes. What a header declares is never trusted: bytes are counted while they
 * unfold, and the first one too many ends the reading.
 */
const most = { members: 2_000, perMember: 100_000_000, together: 250_000_000 };

/** Opens an archive. `wanted` says what the file should be ("a Word document (.docx)"), for what people read. */
export async function openZip(bytes: Uint8Array, wanted: string): Promise<Archive> {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseCompound(bytes, wanted);
  if (!begins(bytes, [0x50, 0x4b])) refuseOtherKind(bytes, wanted);
  const zip = await orDamaged(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { autoClose: false }),
  );
  if (zip.entryCount > most.members) refuseLarge(`it has more than ${most.members.toLocaleString('en')} members`);
  const entries = await orDamaged(() => listed(zip));
  let left = most.together;
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const unfolded = await orDamaged(() => unfold(zip, entry, left));
      left -= unfolded.length;
      return unfolded;
    },
  };
}

async function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName))
      throw new Refusal('unreadable', 'This file is damaged: two of its members have the same name.');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function unfold(zip: ZipFile, entry: Entry, left: number): Promise<Uint8Array> {
  if (entry.isEncrypted())
    throw new Refusal('unreadable', 'This file is protected by a password. Remove the password and add it again.');
  const limit = Math.min(most.perMember, left);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) refuseLarge(`a part of it unfolds to more than ${Math.round(limit / 1e6)} MB`);
    chunks.push(chunk);
  }
  const unfolded = Buffer.concat(chunks);
  if (crc32(unfolded) !== entry.crc32) throw new Error('The check sum does not fit.');
  return unfolded;
}

/** Whatever a damaged archive makes the library say becomes one sentence for people. */
async function orDamaged<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'unreadable',
      'This file is damaged: it cannot be unpacked. Open it in the program it was made with and save it again.',
    );
  }
}

function refuseLarge(why: string): never {
  throw new Refusal(
    'unreadable',
    `This file is too large to read: ${why}. It may be damaged or made to do harm; save its text in a file of its own.`,
  );
}

/** Microsoft's older container: a document of before 2007, or a newer one inside a lock. */
function refuseCompound(bytes: Uint8Array, wanted: string): never {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  if (locked)
    throw new Refusal(
      'unreadable',
      'This file is protected by a password. Remove the password in Word and add it again.',
    );
  throw new Refusal(
    'unreadable',
    `This is an old Word document (.doc), not ${wanted}. Open it in Word or LibreOffice and save it as .docx.`,
  );
}
