import { Refusal } from '@/lib/errors';

/** The characters of a file that must be UTF-8, a byte order mark included; anything else is refused naming the file. */
export function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal('unreadable', `${name} is not UTF-8 text. Save it as UTF-8 and try again.`, { cause });
  }
}
