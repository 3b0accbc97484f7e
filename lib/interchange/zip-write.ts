import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { Refusal } from '@/lib/errors';

/** One file of a zip archive; its content may come in pieces. */
export type ZipEntry = { name: string; content: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

/**
 * A zip archive, piece by piece: no more of it is in memory than what the entries themselves hold back. All entries carry
 * one date, so that the same project gives the same bytes. The frame is fflate's; packing is left to Node, which does
 * it beside the event loop and forgets an entry once it is written.
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  let [count, size] = [0, 0];
  for await (const { name, content } of entries) {
    const entry: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8, mtime: date };
    zip.add(entry);
    count += 1;
    for await (const packed of deflated(content, entry)) {
      entry.ondata!(null, packed, false);
      for (const piece of ready.splice(0)) {
        size += piece.length;
        yield piece;
      }
      if (count > mostEntries || size > largest) refuseTooLarge();
    }
    entry.ondata!(null, new Uint8Array(0), true);
  }
  zip.end();
  yield* ready.splice(0);
}

/** The content packed; its length and check sum, which the zip states behind it, are taken on the way. */
function deflated(content: ZipEntry['content'], entry: ZipInputFile): AsyncIterable<Uint8Array<ArrayBuffer>> {
  async function* measured() {
    for await (const piece of content) {
      entry.size += piece.length;
      entry.crc = crc32(piece, entry.crc);
      yield piece;
    }
  }
  // What goes wrong on the way in comes out of the packed end, where it is thrown.
  return pipeline(Readable.from(measured()), createDeflateRaw({ level: 5 }), () => {});
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
