/**
 * A key for an attribute of this name: what exports call the column. Lower-case letters, digits and _ only, beginning
 * with a letter, and different from the keys that are taken.
 */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '');
  const base = plain.slice(0, 50) || 'attribute';
  if (!taken.includes(base)) return base;
  const free = Array.from({ length: taken.length + 1 }, (_, index) => `${base}_${index + 2}`);
  return free.find((key) => !taken.includes(key))!;
}
