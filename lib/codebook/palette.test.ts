import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrast, faintOn, leastContrast, nextColor, palette, papers } from './palette';

it.each(palette)('$name can be told from white paper and from dark', ({ hex }) => {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  for (const paper of Object.values(papers)) expect(contrast(hex, paper)).toBeGreaterThanOrEqual(leastContrast);
  expect(faintOn(hex)).toEqual([]);
});

it('has no colour and no name twice', () => {
  expect(new Set(palette.map(({ hex }) => hex)).size).toBe(palette.length);
  expect(new Set(palette.map(({ name }) => name)).size).toBe(palette.length);
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
});

it('names the paper on which a colour is lost', () => {
  expect(faintOn('#ffff00')).toEqual(['light']);
  expect(faintOn('#101010')).toEqual(['dark']);
});

it('gives every code a colour of its own while there are any, and then none a third time before all have two', () => {
  fc.assert(
    fc.property(fc.nat(60), (n) => {
      const used: string[] = [];
      for (let i = 0; i < n; i++) used.push(nextColor(used));
      const times = palette.map(({ hex }) => used.filter((each) => each === hex).length);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
    }),
  );
});
