/** What an RTF file is made of: groups, control words with their numbers, and bytes of text. */
export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; name: string; value: number | null }
  /** Text, in the code page of the font in force: `[from, to)` of the file's bytes, or one byte that is written as a number. */
  | { kind: 'text'; from: number; to: number }
  | { kind: 'byte'; byte: number };

/**
 * Cuts RTF into tokens. Line ends of the file itself are none of the text; `\bin` data is jumped over. `\'xx` is a byte
 * like any other.
 */
export function* rtfTokens(bytes: Uint8Array): Generator<Token> {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte === 0x5c) {
      const { token, next } = control(bytes, at + 1);
      yield token;
      at = next;
      continue;
    }
    const end = endOfText(bytes, at);
    if (end > at) yield { kind: 'text', from: at, to: end };
    else if (byte === 0x7b) yield { kind: 'open' };
    else if (byte === 0x7d) yield { kind: 'close' };
    at = Math.max(end, at + 1);
  }
}

/** Where a run of plain bytes ends: at a backslash, a brace or a line end. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c || byte === 0x7b || byte === 0x7d || byte === 0x0a || byte === 0x0d) break;
  }
  return at;
}

/** The control word or sign after a backslash. */
function control(bytes: Uint8Array, at: number): { token: Token; next: number } {
  const first = bytes[at] ?? 0x20;
  if (first === 0x27) return { token: { kind: 'byte', byte: hexadecimal(bytes, at + 1) }, next: at + 3 };
  if (!isLetter(first)) return { token: { kind: 'word', name: String.fromCharCode(first), value: null }, next: at + 1 };
  let end = at;
  let name = '';
  while (end < bytes.length && end - at < longestWord && isLetter(bytes[end]!))
    name += String.fromCharCode(bytes[end++]!);
  const { value, next: after } = number(bytes, end);
  const next = after + (bytes[after] === 0x20 ? 1 : 0);
  return { token: { kind: 'word', name, value }, next: name === 'bin' ? next + Math.max(value ?? 0, 0) : next };
}

/** The number after a control word, of at most ten digits. */
function number(bytes: Uint8Array, at: number): { value: number | null; next: number } {
  const sign = bytes[at] === 0x2d ? -1 : 1;
  const first = sign < 0 ? at + 1 : at;
  let value = 0;
  let next = first;
  while (next - first < 10 && isDigit(bytes[next])) value = value * 10 + (bytes[next++]! - 0x30);
  return next === first ? { value: null, next: at } : { value: sign * value, next };
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Control words are at most this long, by the format's own rule. */
const longestWord = 32;

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

/** Digits that are none make a byte that no text needs: a space. */
function hexadecimal(bytes: Uint8Array, at: number): number {
  const byte = Number.parseInt(String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0), 16);
  return Number.isNaN(byte) ? 0x20 : byte;
}
