import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attachment, fileName } from './file-name';

const format = { title: 'Coded passages', extension: 'csv' };
const day = new Date('2026-05-01T23:00:00Z');

it('names a download after the project, what it is, and the day', () => {
  expect(fileName('Gulf study', format, day)).toBe('Gulf study – coded passages 2026-05-01.csv');
});

it('makes of no title a path, a hidden file or an endless name', () => {
  expect(fileName('../../etc/passwd', format, day)).toBe('etc passwd – coded passages 2026-05-01.csv');
  expect(fileName('...', format, day)).toBe('project – coded passages 2026-05-01.csv');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = fileName(title, format, day);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^[.\s]/u);
      expect([...name].length).toBeLessThan(130);
    }),
  );
});

it('makes of any title a header in ASCII that gives the same name back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = fileName(title, format, day);
      const header = attachment(name);
      expect(header).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/,
      );
      expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name);
    }),
  );
});
