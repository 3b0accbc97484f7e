import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyRows, literal } from './copy-rows';

/** As Postgres writes the text format of COPY. */
function copied(rows: string[][]): string {
  const signs: Record<string, string> = {
    '\\': '\\\\',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\b': '\\b',
    '\f': '\\f',
    '\v': '\\v',
  };
  return rows
    .map((row) => row.map((field) => field.replace(/[\\\n\r\t\b\f\v]/g, (sign) => signs[sign]!)).join('\t') + '\n')
    .join('');
}

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

const field = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
  fc
    .array(fc.constantFrom('\\', '\t', '\n', '\r', '\b', '\v', 'n', 't', 'N', '😀', 'ﬁ', '\ufeff'), { maxLength: 8 })
    .map((all) => all.join('')),
);

it('reads back any rows, wherever the chunks are cut', async () => {
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (given, size) => {
      const found = [];
      for await (const batch of copyRows(inChunks(new TextEncoder().encode(copied(given)), size))) found.push(...batch);
      expect(found).toEqual(given);
    }),
  );
});

it('writes ids and plain words into a statement, and refuses everything that could end the literal', () => {
  expect(literal(['coder', 'consensus'])).toBe("'{coder,consensus}'");
  expect(literal('0b1e7a34-0000-4000-8000-000000000001')).toBe("'0b1e7a34-0000-4000-8000-000000000001'");
  for (const bad of ["'", 'a b', 'A', '', '}', ['a', 'b,c'], ['\\'], 7, null, 'a'.repeat(37)]) {
    expect(() => literal(bad)).toThrow('Only ids and plain words');
  }
});
