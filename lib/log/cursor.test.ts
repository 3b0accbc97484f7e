import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { openCursor, sealCursor } from './cursor';

const project = '0198c0de-0000-7000-8000-000000000001';

beforeEach(() => {
  process.env.CONCORD_CURSOR_KEY = 'a key of more than thirty-two characters';
});

it('gives back the number it was made from', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 62n }), (seq) => openCursor(project, sealCursor(project, seq)) === seq));
});

it('tells nothing: two cursors of one place differ, and all are equally long', () => {
  const cursors = [sealCursor(project, 7n), sealCursor(project, 7n), sealCursor(project, 2n ** 40n)];
  expect(new Set(cursors).size).toBe(3);
  expect(new Set(cursors.map((cursor) => cursor.length)).size).toBe(1);
});

it('opens in no other project, with no other key, and not when a single character is changed', () => {
  const cursor = sealCursor(project, 7n);
  expect(openCursor('0198c0de-0000-7000-8000-000000000002', cursor)).toBeNull();
  for (let at = 0; at < cursor.length - 1; at++) {
    const other = cursor[at] === 'A' ? 'B' : 'A';
    expect(openCursor(project, cursor.slice(0, at) + other + cursor.slice(at + 1))).toBeNull();
  }
  process.env.CONCORD_CURSOR_KEY = 'another key of more than thirty-two characters';
  expect(openCursor(project, cursor)).toBeNull();
});

it('takes garbage for no cursor at all', () => {
  fc.assert(fc.property(fc.string(), (text) => openCursor(project, text) === null));
});
