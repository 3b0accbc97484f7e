import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defuse, undefuse } from './defuse';

/** Cells thick with what spreadsheets run and with what is put before it. */
const cell = fc.oneof(
  fc
    .array(fc.constantFrom("'", ' ', '\t', '\r', '\n', '=', '+', '-', '@', '＝', '＠', '\u3000', 'a', '1', '"'), {
      maxLength: 8,
    })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
);

it('takes back exactly what it did, whatever the cell', () => {
  fc.assert(
    fc.property(cell, (text) => void expect(undefuse(defuse(text))).toBe(text)),
    { numRuns: 2000 },
  );
});

it('leaves no cell that begins, after white space, like a formula', () => {
  fc.assert(
    fc.property(cell, (text) => void expect(defuse(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)),
    { numRuns: 2000 },
  );
});

it.each([
  ['-5 percent', "'-5 percent"],
  ['=1+1', "'=1+1"],
  ['  @here', "'  @here"],
  ['＝SUM(A1)', "'＝SUM(A1)"],
  ['\r\n=1', "'\r\n=1"],
  ["'-5", "''-5"],
  ["'tis so", "'tis so"],
  ['a = b', 'a = b'],
  ['— said he', '— said he'],
  ['', ''],
])('writes %j as %j', (plain, safe) => {
  expect(defuse(plain)).toBe(safe);
});

it('keeps an apostrophe that somebody wrote before a formula', () => {
  expect(undefuse(defuse("'=1"))).toBe("'=1");
  expect(undefuse("'tis so")).toBe("'tis so");
});
