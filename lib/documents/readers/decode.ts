import { detect } from 'jschardet';
import { Refusal } from '@/lib/errors';
import { encodingName, isEncoding, type Encoding } from './encodings';

/** A file's characters, and in which encoding they were read. `guessed`: nothing in the file says so for certain. */
export type Decoded = { raw: string; encoding: Encoding; guessed: boolean };

/**
 * The characters of a text file. A byte order mark decides; else the whole file is tried as strict UTF-8; else the
 * encoding is guessed, and the guess is said. What cannot be read is refused naming the place: no character is ever
 * replaced. `asked` is the encoding a person named after seeing the guess.
 */
export function decode(bytes: Uint8Array, asked: Encoding | null = null): Decoded {
  refuseOtherKinds(bytes);
  if (asked) return { raw: strictly(bytes, asked) ?? refuseAs(bytes, asked), encoding: asked, guessed: false };
  const marked = marks.find(({ mark }) => begins(bytes, mark))?.encoding;
  if (marked) return { raw: strictly(bytes, marked) ?? refuseAs(bytes, marked), encoding: marked, guessed: false };
  const unicode = strictly(bytes, 'utf-8');
  if (unicode !== null) return { raw: unicode, encoding: 'utf-8', guessed: false };
  const encoding = guess(bytes);
  const raw = encoding && strictly(bytes, encoding);
  return encoding && raw !== null ? { raw: raw!, encoding, guessed: true } : refuseAs(bytes, 'utf-8');
}

const marks: { mark: number[]; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Files of these beginnings are no texts, whatever their name says. */
const otherKinds: { mark: number[]; what: string }[] = [
  { mark: [0xff, 0xfe, 0, 0], what: 'a text in UTF-32' },
  { mark: [0, 0, 0xfe, 0xff], what: 'a text in UTF-32' },
  { mark: [0x89, 0x50, 0x4e, 0x47], what: 'an image (PNG)' },
  { mark: [0xff, 0xd8, 0xff], what: 'an image (JPEG)' },
  { mark: [0x47, 0x49, 0x46, 0x38], what: 'an image (GIF)' },
  { mark: [0x1f, 0x8b], what: 'a compressed file (gzip)' },
  { mark: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive or an office document (.docx, .odt)' },
  { mark: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { mark: [0xd0, 0xcf, 0x11, 0xe0], what: 'an older office document (.doc)' },
  { mark: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich text document (.rtf)' },
];

function refuseOtherKinds(bytes: Uint8Array): void {
  const other = otherKinds.find(({ mark }) => begins(bytes, mark));
  if (!other) return;
  throw new Refusal('unreadable', `This is ${other.what}, not plain text. Save it as plain text in UTF-8, or paste its words.`);
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** The characters, byte order mark included, or null where a byte does not fit. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Enough of a file to tell its encoding by. */
const sample = 200_000;
/** Below this the detector says no more than that every byte has some meaning in it. */
const leastConfidence = 0.2;

function guess(bytes: Uint8Array): Encoding | null {
  const { encoding, confidence } = detect(bytes.subarray(0, sample));
  const label = labelOf(encoding);
  return confidence >= leastConfidence && isEncoding(label) ? label : null;
}

/** The standard's own label for a name that the detector uses. */
function labelOf(name: string | null): string | null {
  try {
    return name && new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function refuseAs(bytes: Uint8Array, encoding: Encoding): never {
  const place = encoding.startsWith('utf') ? ` at byte ${firstFault(bytes, encoding) + 1}` : '';
  throw new Refusal(
    'unreadable',
    `The characters of this file cannot be read: it is not valid ${encodingName(encoding)}${place}. Save it as UTF-8 and add it again, or choose the encoding it was written in.`,
  );
}

/** Where decoding fails first: the longest beginning that still decodes, found by halving. */
function firstFault(bytes: Uint8Array, encoding: Encoding): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Streaming, so that a character cut by the end is no fault. */
function fits(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

