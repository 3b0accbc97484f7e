import { createHash } from 'node:crypto';

/** A GUID as other programs write it (either case, braces or none), in lower case without braces; null for anything else. */
export function guid(raw: string | undefined): string | null {
  const bare =
    raw
      ?.trim()
      .toLowerCase()
      .replace(/^\{|\}$/g, '') ?? '';
  return shape.test(bare) ? bare : null;
}

/** An id as a GUID: itself if it is one, else one that is made of it and the same each time (UUID version 5). */
export function guidOf(id: string): string {
  return guid(id) ?? nameGuid(id);
}

/** The GUID that always belongs to these words (RFC 9562, version 5). */
export function nameGuid(...words: string[]): string {
  const digest = createHash('sha1').update(namespace).update(words.join('\0')).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The name space of Concord's own: any fixed UUID serves. */
const namespace = Buffer.from('3f0b9a5e6c1d4e8f9a7b2c4d6e8f0a1b', 'hex');
