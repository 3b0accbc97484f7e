import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

/**
 * A place in a project's log as browsers hold it: the number of a change, encrypted with the server's key and bound
 * to the project. Two cursors of one place differ, and none can be counted or compared, so gaps left by sealed work
 * show nowhere.
 */
export function sealCursor(projectId: string, seq: bigint): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(projectId));
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(seq);
  const sealed = Buffer.concat([cipher.update(number), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** The number in a cursor, or null if the server did not make it for this project (or has a new key since). */
export function openCursor(projectId: string, cursor: string): bigint | null {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== nonceLength + 8 + tagLength) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, nonceLength));
    decipher.setAAD(Buffer.from(projectId)).setAuthTag(bytes.subarray(-tagLength));
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]).readBigInt64BE();
  } catch {
    return null;
  }
}

/** Made once per secret: preparing a key for a cipher costs more than the cipher. */
let prepared: { secret: string; key: KeyObject } | undefined;

function key(): KeyObject {
  const secret = process.env.CONCORD_CURSOR_KEY;
  if (!secret || secret.length < 32) throw new Error('CONCORD_CURSOR_KEY must hold 32 or more random characters.');
  if (prepared?.secret !== secret)
    prepared = { secret, key: createSecretKey(createHash('sha256').update(secret).digest()) };
  return prepared.key;
}
