import { detectAll } from 'jschardet';
import { Refusal } from '@/lib/errors';
import { guessLanguage, normalise } from '@/lib/text';
import { encodingName, isEncoding, type Encoding } from './encodings';
import { begins, kindOf } from './kinds';

/** A file's characters, and in which encoding they were read. `guessed`: nothing in the file says so for certain. */
export type Decoded = { raw: string; encoding: Encoding; guessed: boolean };

/** The characters of a text file as Concord keeps a text: see `normalise`. */
export function decodeText(
  bytes: Uint8Array,
  asked: Encoding | null,
): { text: string; encoding: Encoding; guessed: boolean } {
  const { raw, ...how } = decode(bytes, { asked });
  return { text: normalise(raw).text, ...how };
}

/** `asked`: the encoding a person named after seeing the guess. `declared`: what the file itself says it is. */
export type Said = { asked: Encoding | null; declared?: Encoding | null };

/**
 * The characters of a text file. A byte order mark decides; else the whole file is tried as strict UTF-8; else what the
 * file declares is tried; else the encoding is guessed, and the guess is said. What cannot be read is refused naming
 * the place: no character is ever replaced.
 */
export function decode(bytes: Uint8Array, { asked, declared = null }: Said): Decoded {
  refuseOtherKinds(bytes);
  const certain = asked ?? marks.find(({ mark }) => begins(bytes, mark))?.encoding;
  if (certain) return { raw: strictly(bytes, certain) ?? refuseAs(bytes, certain), encoding: certain, guessed: false };
  const wide = wideGuess(bytes);
  if (wide) return { raw: strictly(bytes, wide)!, encoding: wide, guessed: true };
  for (const encoding of ['utf-8', declared] as const) {
    const raw = encoding && strictly(bytes, encoding);
    if (encoding && raw !== null) return { raw: raw!, encoding, guessed: false };
  }
  const guessed = guess(bytes);
  return guessed ? { ...guessed, guessed: true } : refuseAs(bytes, 'utf-8');
}

const marks: { mark: number[]; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

function refuseOtherKinds(bytes: Uint8Array): void {
  const other = kindOf(bytes);
  if (!other) return;
  throw new Refusal(
    'unreadable',
    `This is ${other}, not plain text. Save it as plain text in UTF-8, or paste its words.`,
  );
}

/** The characters, byte order mark included, or null where a byte does not fit. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-16 without a mark: its spaces and line ends have a zero byte, always on the same side. Read as UTF-8 such a file
 * would be valid and full of NULs.
 */
function wideGuess(bytes: Uint8Array): Encoding | null {
  const zeros: [number, number] = [0, 0];
  bytes.subarray(0, sample).forEach((byte, index) => (zeros[index & 1]! += byte === 0 ? 1 : 0));
  const [even, odd] = zeros;
  const fewest = Math.max(3, Math.min(bytes.length, sample) / 30);
  if (bytes.length % 2 === 1 || Math.min(even, odd) > 0 || Math.max(even, odd) < fewest) return null;
  const encoding = even > odd ? 'utf-16be' : 'utf-16le';
  const raw = strictly(bytes, encoding);
  return raw !== null && guessLanguage(raw) !== null ? encoding : null;
}

/** Enough of a file to tell its encoding by. */
const sample = 200_000;
/** Below this the detector says no more than that every byte has some meaning in it: then the words must show a language. */
const leastConfidence = 0.2;

/** The likeliest encoding in which every byte has a meaning. */
function guess(bytes: Uint8Array): { raw: string; encoding: Encoding } | null {
  for (const { encoding: name, confidence } of detectAll(bytes.subarray(0, sample))) {
    const encoding = labelOf(name);
    const raw = isEncoding(encoding) ? strictly(bytes, encoding) : null;
    if (!isEncoding(encoding) || raw === null) continue;
    if (confidence >= leastConfidence || (!isBrokenUnicode(bytes) && guessLanguage(raw) !== null))
      return { raw, encoding };
  }
  return null;
}

/** Letters that only UTF-8 writes so show a damaged file in UTF-8, not a sound one in something else. */
function isBrokenUnicode(bytes: Uint8Array): boolean {
  return /[\x80-\u{fffc}\u{fffe}-\u{10ffff}]/u.test(new TextDecoder().decode(bytes.subarray(0, sample)));
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
