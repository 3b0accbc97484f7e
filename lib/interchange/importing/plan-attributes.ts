import { valueFault, type Attribute } from '@/lib/documents';
import { newId } from '@/lib/log';
import { freeKey } from '../draft';
import { fittingName, storable } from './fitting';
import type { Notes } from './notes';

type Described = Pick<Attribute, 'id' | 'key' | 'name' | 'type' | 'options' | 'position' | 'required'>;

/** Attributes that come in new, and the key that each key of the file has here. */
export type AttributePlan<T> = { added: T[]; keys: ReadonlyMap<string, string> };

/** `values`: what the things of the file have under a key. */
type Meeting<T> = { here: readonly T[]; values: (key: string) => readonly string[]; notes: Notes };

/**
 * An attribute whose key is here with the same type, and with room for all its options and values, is the one here. Any
 * other comes in beside it under a key of its own, so that no value is ever read by a definition it was not written for.
 */
export function planAttributes<T extends Described>(come: readonly T[], meeting: Meeting<T>): AttributePlan<T> {
  const { here, values, notes } = meeting;
  const byKey = new Map(here.map((each) => [each.key, each]));
  const used = new Set(byKey.keys());
  const [added, keys]: [T[], Map<string, string>] = [[], new Map()];
  for (const said of come) {
    const attribute = honest(said, values(said.key), notes);
    const there = byKey.get(attribute.key);
    if (there && fits(attribute, there, values(said.key))) {
      keys.set(said.key, there.key);
      continue;
    }
    const key = isKey(said.key) && !used.has(said.key) ? said.key : freeKey(said.key, used);
    used.add(key);
    keys.set(said.key, key);
    if (there) {
      notes.note(
        `The attribute “${attribute.name}” came in as “${key}”: “${there.key}” is another kind of attribute here.`,
      );
    }
    added.push({ ...attribute, id: newId(), key, position: here.length + added.length });
  }
  return { added, keys };
}

/** The attribute as the values in the file allow it: one whose values do not fit its type is text. */
function honest<T extends Described>(said: T, values: readonly string[], notes: Notes): T {
  const { required: _, ...rest } = said;
  const name = fittingName(said.name, 100, said.key);
  const options = [...new Set(said.options.map((option) => fittingName(option, 200, '–')))];
  const attribute = { ...rest, name, options } as T;
  if (values.every((value) => valueFault(attribute, value) === null)) return attribute;
  notes.note(`The attribute “${name}” came in as text, since not all its values are what it is said to hold.`);
  return { ...attribute, type: 'text', options: [] };
}

function fits(come: Described, here: Described, values: readonly string[]): boolean {
  const hasRoom = come.options.every((option) => here.options.includes(option));
  return come.type === here.type && hasRoom && values.every((value) => valueFault(here, value) === null);
}

function isKey(key: string): boolean {
  return /^[a-z][a-z0-9_]{0,59}$/.test(key);
}

/** The values of a thing by the keys that they have here; blanks, and what no attribute names, are left out. */
export function valuesHere(
  values: Readonly<Record<string, string>>,
  keys: ReadonlyMap<string, string>,
): Record<string, string> {
  const found = [...keys].flatMap(([there, here]) =>
    Object.hasOwn(values, there) ? [[here, storable(values[there]!)] as const] : [],
  );
  return Object.fromEntries(found.filter(([, value]) => value.trim() !== ''));
}

/** What several things have under a key. */
export function valuesUnder(things: readonly { attributes: Readonly<Record<string, string>> }[]) {
  return (key: string): string[] =>
    things.flatMap(({ attributes }) => (Object.hasOwn(attributes, key) ? [storable(attributes[key]!)] : []));
}
