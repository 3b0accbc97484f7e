import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placed } from './interval-index';
import { IntervalIndex } from './interval-index';
import { overlaps } from './span';
import { anySpan } from './testing/any-text';

const item = (id: string, start: number, end: number): Placed => ({ id, start, end });

/** Spans short and long, over a text wide enough to meet several levels of the index. */
const anyItem = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.oneof(anySpan(600), anySpan(30_000), anySpan(3_000_000)))
  .map(([id, { start, end }]) => item(`c${id}`, start, end));

describe('an index of spans', () => {
  it('answers as a plain list would, through any history of additions, replacements and removals', () => {
    const anyStep = fc.oneof(
      { weight: 3, arbitrary: anyItem },
      fc.integer({ min: 0, max: 12 }).map((id) => `c${id}`),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), anySpan(3_000_000), (steps, question) => {
        const index = new IntervalIndex();
        const list = new Map<string, Placed>();
        for (const step of steps) {
          if (typeof step === 'string') expect(index.remove(step)).toBe(list.delete(step));
          else {
            index.put(step);
            list.set(step.id, step);
          }
        }
        expect(index.size).toBe(list.size);
        expect(index.all()).toEqual([...list.values()]);
        expect(index.within(question)).toEqual([...list.values()].filter((one) => overlaps(one, question)));
        const { start } = question;
        expect(index.at(start)).toEqual([...list.values()].filter((one) => one.start <= start && start < one.end));
      }),
    );
  });

  it('keeps the turn of an item that is replaced', () => {
    const index = new IntervalIndex([item('a', 0, 5), item('b', 0, 5)]);
    index.put(item('a', 2, 900));
    expect(index.at(3).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(index.at(800)).toEqual([item('a', 2, 900)]);
    expect(index.get('a')).toEqual(item('a', 2, 900));
  });

  it('names an item once though it lies across ranges', () => {
    const index = new IntervalIndex([item('a', 250, 260), item('b', 0, 2_500_000)]);
    expect(index.within({ start: 0, end: 3_000_000 }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(index.within({ start: 256, end: 257 }).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('does not answer with what merely touches', () => {
    const index = new IntervalIndex([item('a', 10, 20)]);
    expect([index.at(9), index.at(20), index.within({ start: 0, end: 10 })]).toEqual([[], [], []]);
  });
});
