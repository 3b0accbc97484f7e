import { expect, it } from 'vitest';
import type { Placed } from '@/lib/text';
import { byPlace, cycled, stepFrom } from './steps';

const place = (id: string, start: number, end: number): Placed => ({ id, start, end });
const outer = place('outer', 10, 50);
const inner = place('inner', 10, 20);
const last = place('last', 70, 80);
const ordered = [last, inner, outer].sort(byPlace);

it('reads from the start of the text, the outer of two before the inner', () => {
  expect(ordered.map(({ id }) => id)).toEqual(['outer', 'inner', 'last']);
});

it('steps from the caret while nothing is singled out there', () => {
  expect(stepFrom(ordered, 1, { caret: 0, activeId: null })).toBe(outer);
  expect(stepFrom(ordered, 1, { caret: 60, activeId: 'outer' })).toBe(last);
  expect(stepFrom(ordered, -1, { caret: 60, activeId: null })).toBe(inner);
});

it('steps on from the singled-out one, so that passages with one beginning are each visited', () => {
  expect(stepFrom(ordered, 1, { caret: 10, activeId: 'outer' })).toBe(inner);
  expect(stepFrom(ordered, 1, { caret: 10, activeId: 'inner' })).toBe(last);
  expect(stepFrom(ordered, -1, { caret: 10, activeId: 'inner' })).toBe(outer);
});

it('stays where it is at either end', () => {
  expect(stepFrom(ordered, 1, { caret: 70, activeId: 'last' })).toBeNull();
  expect(stepFrom(ordered, -1, { caret: 10, activeId: 'outer' })).toBeNull();
});

it('cycles through the codings at a place, the shortest first', () => {
  expect(cycled([outer, inner], null)).toBe(inner);
  expect(cycled([outer, inner], 'inner')).toBe(outer);
  expect(cycled([outer, inner], 'outer')).toBe(inner);
  expect(cycled([], 'outer')).toBeNull();
});
