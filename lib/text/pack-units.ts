/**
 * Units as few bytes, for storage: each number as its distance from the one before, seven bits to a byte, the lowest
 * first, the high bit saying that more follow. A word takes two bytes this way instead of eight.
 */
export function packUnits(units: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(units.length * 5);
  let length = 0;
  let previous = 0;
  for (const value of units) {
    let distance = value - previous;
    if (distance < 0) throw new RangeError(`Units must be in order, but ${value} follows ${previous}.`);
    for (; distance > 0x7f; distance >>>= 7) bytes[length++] = (distance & 0x7f) | 0x80;
    bytes[length++] = distance;
    previous = value;
  }
  return bytes.slice(0, length);
}

/** What `packUnits` packed. Bytes that it cannot have written are a RangeError. */
export function unpackUnits(bytes: Uint8Array): Int32Array<ArrayBuffer> {
  const units: number[] = [];
  let previous = 0;
  let distance = 0;
  let bits = 0;
  for (const byte of bytes) {
    distance += (byte & 0x7f) * 2 ** bits;
    bits += 7;
    if (byte > 0x7f) continue;
    previous += distance;
    if (previous > 0x7fffffff) throw new RangeError('Packed units run past the largest offset.');
    units.push(previous);
    distance = bits = 0;
  }
  if (bits > 0) throw new RangeError('Packed units end in the middle of a number.');
  return Int32Array.from(units);
}
