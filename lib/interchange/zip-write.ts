import { Zip, ZipDeflate } from 'fflate';
import { Refusal } from '@/lib/errors';

/** One file of a zip archive; its content may come in pieces. */
export type ZipEntry = { name: string; content: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

/**
 * A zip archive, piece by piece: no more of it is in memory than what the entries themselves hold back. All entries carry
 * one date, so that the same project gives the same bytes.
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  let [count, size] = [0, 0];
  const taken = () => {
    const pieces = ready.splice(0);
    for (const piece of pieces) size += piece.length;
    if (count > mostEntries || size > largest) refuseTooLarge();
    return pieces;
  };
  for await (const { name, content } of entries) {
    const entry = new ZipDeflate(name, { level: 4 });
    entry.mtime = date;
    zip.add(entry);
    count += 1;
    for await (const piece of content) {
      entry.push(piece);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

const date = new Date(2000, 0, 1);
/** What the plain zip format can number (65,535 entries) and address (4 GiB), less some room for the list at the end. */
const mostEntries = 65_000;
const largest = 4_200_000_000;

function refuseTooLarge(): never {
  throw new Refusal(
    'invalid',
    'This project is too large for one ZIP archive. Choose fewer documents or codes and take it in several.',
  );
}
