import { freeKey } from '../draft';
import { newId } from '@/lib/log';
import { fittingName } from './fitting';
import type { Notes } from './notes';

type Described = { id: string; key: string; name: string; type: string; options: string[]; position: number };

/** Attributes that come in new, and the key that each key of the file has here. */
export type AttributePlan<T> = { added: T[]; keys: ReadonlyMap<string, string> };

/**
 * An attribute whose key is here with the same type, and with room for its options, is the one here. Any other comes in
 * beside it under a key of its own, so that no value is ever read by a definition it was not written for.
 */
export function planAttributes<T extends Described>(
  come: readonly T[],
  here: readonly T[],
  notes: Notes,
): AttributePlan<T> {
  const byKey = new Map(here.map((each) => [each.key, each]));
  const used = new Set(byKey.keys());
  const [added, keys]: [T[], Map<string, string>] = [[], new Map()];
  for (const attribute of come) {
    const there = byKey.get(attribute.key);
    if (there && fits(attribute, there)) {
      keys.set(attribute.key, attribute.key);
      continue;
    }
    const key =
      /^[a-z][a-z0-9_]{0,59}$/.test(attribute.key) && !used.has(attribute.key)
        ? attribute.key
        : freeKey(attribute.key, used);
    used.add(key);
    keys.set(attribute.key, key);
    const name = fittingName(attribute.name, 100, key);
    if (there)
      notes.note(`The attribute “${name}” came in as “${key}”: “${there.key}” is another kind of attribute here.`);
    added.push({
      ...attribute,
      id: newId(),
      key,
      name,
      position: here.length + added.length,
      options: attribute.options.map((option) => fittingName(option, 200, '–')),
    });
  }
  return { added, keys };
}

function fits(come: Described, here: Described): boolean {
  return come.type === here.type && come.options.every((option) => here.options.includes(option));
}

/** The values of a thing by the keys that they have here; what no attribute names is left out. */
export function valuesHere(
  values: Readonly<Record<string, string>>,
  keys: ReadonlyMap<string, string>,
): Record<string, string> {
  const found = [...keys].flatMap(([there, here]) =>
    Object.hasOwn(values, there) ? [[here, values[there]!] as const] : [],
  );
  return Object.fromEntries(found.filter(([, value]) => value !== ''));
}
