import type { Attribute } from '@/lib/documents';
import { newId } from '@/lib/log';
import { keyFor } from '../attribute-keys';
import type { Target } from './mapping';

/** The attributes that columns become which no attribute stands for yet, by the column's place. They hold text. */
export function newAttributes(
  header: readonly string[],
  targets: readonly Target[],
  defined: readonly Attribute[],
): Map<number, Attribute> {
  const made = new Map<number, Attribute>();
  const next = Math.max(-1, ...defined.map(({ position }) => position)) + 1;
  for (const [at, target] of targets.entries()) {
    if (target !== 'new') continue;
    const taken = [...defined, ...made.values()].map(({ key }) => key);
    const [key, name] = [keyFor(header[at]!, taken), header[at]!.slice(0, 100)];
    made.set(at, { id: newId(), key, name, type: 'text', options: [], position: next + made.size });
  }
  return made;
}
