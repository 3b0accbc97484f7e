/**
 * Where a text stops being JSON, as an offset; null when it is JSON. Node's own message names a place for some faults
 * only, and a file of a thousand units is not read through by eye.
 */
export function jsonFault(text: string): number | null {
  const reader = { text, at: 0 };
  if (!value(reader)) return reader.at;
  skipSpace(reader);
  return reader.at < text.length ? reader.at : null;
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

type Reader = { readonly text: string; at: number };

/** Reads one value and stands behind it, or stands at the fault and returns false. */
function value(reader: Reader): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] === '{') return list(reader, '}', member);
  if (reader.text[reader.at] === '[') return list(reader, ']', value);
  return token(
    reader,
    /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y,
  );
}

function member(reader: Reader): boolean {
  skipSpace(reader);
  return (
    token(reader, /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y) &&
    token(reader, /[ \t\r\n]*:/y) &&
    value(reader)
  );
}

function list(reader: Reader, close: string, item: (reader: Reader) => boolean): boolean {
  reader.at += 1;
  skipSpace(reader);
  if (reader.text[reader.at] === close) return advance(reader);
  for (;;) {
    if (!item(reader)) return false;
    skipSpace(reader);
    if (reader.text[reader.at] === close) return advance(reader);
    if (reader.text[reader.at] !== ',') return false;
    reader.at += 1;
  }
}

function advance(reader: Reader): boolean {
  reader.at += 1;
  return true;
}

function token(reader: Reader, pattern: RegExp): boolean {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at += found[0].length;
  return found !== null;
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text[reader.at] ?? 'x')) reader.at += 1;
}
