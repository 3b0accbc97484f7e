import { expect, it } from 'vitest';
import { directionOf } from './direction';

it('runs as most letters run, whatever the first one says', () => {
  expect(directionOf('Tehran: تهران شهر بزرگی است و پایتخت ایران')).toBe('rtl');
  expect(directionOf('שלום is the Hebrew word for peace')).toBe('ltr');
});

it('runs left to right where nothing says otherwise', () => {
  expect(directionOf('')).toBe('ltr');
  expect(directionOf('2025 — 100 % 😀')).toBe('ltr');
});

it('is judged by the beginning of a long text', () => {
  expect(directionOf('ش'.repeat(5000) + 'x'.repeat(50_000))).toBe('rtl');
});
