import { expect, it } from 'vitest';
import { depthLimit, highlightName, highlightSheet } from './highlight-sheet';

const sheet = { prefix: 'reader', scheme: 'light', bearer: 'p' } as const;

it('has one rule for each colour and layer, and for each look without a colour, each under its own name', () => {
  const css = highlightSheet(['#111111', '#222222'], sheet);
  const names = [...css.matchAll(/::highlight\(([^)]+)\)/g)].map(([, name]) => name);
  expect(names).toHaveLength(2 * (depthLimit + 1) + depthLimit + 3);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain(highlightName('reader', 1, 'lit'));
});

it('draws each depth at an offset of its own, so that lines stack', () => {
  const css = highlightSheet(['#111111'], sheet);
  const offsets = [...css.matchAll(/text-underline-offset: (\d+)px/g)].map(([, offset]) => offset);
  expect(new Set(offsets).size).toBe(depthLimit + 1);
});

it('lightens colours on a dark page', () => {
  expect(highlightSheet(['#111111'], { ...sheet, scheme: 'dark' })).toContain('white');
  expect(highlightSheet(['#111111'], sheet)).not.toContain('white');
});
