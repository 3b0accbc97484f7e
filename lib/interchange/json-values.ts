import { Refusal } from '@/lib/errors';

/**
 * All values of a JSON file, one after the other: a file that is one list gives its items; JSON Lines, and objects that
 * simply follow each other over several lines, give each.
 */
export function jsonValues(text: string, file: string): unknown[] {
  const whole = parsedOrNot(text);
  if (whole) return Array.isArray(whole.value) ? whole.value : [whole.value];
  return pieces(text).map((piece) => {
    const read = parsedOrNot(piece);
    if (!read)
      throw new Refusal('unreadable', `${file} is not JSON: it cannot be read from “${piece.slice(0, 40)}” on.`);
    return read.value;
  });
}

/** An object of JSON, told from lists and from nothing. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list at a key; an empty one if there is none. */
export function listAt(value: JsonObject, key: string): unknown[] {
  const list = value[key];
  return Array.isArray(list) ? list : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function parsedOrNot(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The objects that follow each other: each from its first brace to the one that closes it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (sign === '{') depth += 1;
    if (sign !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    found.push(text.slice(start, index + 1));
    start = index + 1;
    depth = 0;
  }
  const rest = text.slice(start).trim();
  return rest ? [...found, rest] : found;
}
