import type { CoderAttribute } from '@/lib/projects';

/** Attributes of coders as they are shown: by their place, and by id where two share one. */
export function attributesInOrder(attributes: Iterable<CoderAttribute>): CoderAttribute[] {
  return [...attributes].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** What is said of a coder, "Languages read: Persian; Turkish", one text per attribute that has a value. */
export function saidOf(values: Record<string, string>, attributes: Iterable<CoderAttribute>): string[] {
  return attributesInOrder(attributes).flatMap(({ key, name }) => {
    const value = Object.hasOwn(values, key) ? values[key] : '';
    return value ? [`${name}: ${value}`] : [];
  });
}
