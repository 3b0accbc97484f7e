import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlaps, type Placed } from '@/lib/text';
import { anySpan } from '@/lib/text/testing/any-text';
import { Depths } from './depths';

const anySpans = fc
  .array(anySpan(200), { maxLength: 40 })
  .map((spans) => spans.map((span, n): Placed => ({ id: `${n}`, ...span })));

/** Pairs that lie over one another in one depth, the deepest (which may be shared) left out. */
function clashes(spans: readonly Placed[], depths: Depths): [Placed, Placed][] {
  return spans.flatMap((a, n) =>
    spans.slice(n + 1).flatMap((b): [Placed, Placed][] => {
      const depth = depths.get(a.id);
      return overlaps(a, b) && depth === depths.get(b.id) && depth! < depths.limit - 1 ? [[a, b]] : [];
    }),
  );
}

it('never draws two overlapping spans at one depth', () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const depths = new Depths(100);
      depths.assign(spans);
      expect(clashes(spans, depths)).toEqual([]);
    }),
  );
});

it('never draws two overlapping spans at one depth when they come one by one, in any order', () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const depths = new Depths(6);
      spans.forEach((span, n) => depths.assign(spans.slice(0, n + 1).filter((other) => overlaps(other, span))));
      expect(clashes(spans, depths)).toEqual([]);
    }),
  );
});

it('leaves a span where it is while others come and go', () => {
  fc.assert(
    fc.property(anySpans, anySpans, (first, second) => {
      const depths = new Depths(4);
      depths.assign(first);
      const before = first.map(({ id }) => depths.get(id));
      const later = second.map((span) => ({ ...span, id: `later ${span.id}` }));
      depths.assign([...first, ...later]);
      for (const { id } of later) depths.drop(id);
      depths.assign(first);
      expect(first.map(({ id }) => depths.get(id))).toEqual(before);
    }),
  );
});

it('uses no more depths than lie over one another anywhere', () => {
  const depths = new Depths(4);
  const spans = [0, 10, 20, 30].map((start): Placed => ({ id: `${start}`, start, end: start + 15 }));
  depths.assign(spans);
  expect(spans.map(({ id }) => depths.get(id))).toEqual([0, 1, 0, 1]);
});

it('shares the deepest where more overlap than there are depths', () => {
  const depths = new Depths(2);
  const spans = ['a', 'b', 'c', 'd'].map((id): Placed => ({ id, start: 0, end: 9 }));
  depths.assign(spans);
  expect(spans.map(({ id }) => depths.get(id))).toEqual([0, 1, 1, 1]);
});

it('begins again from nothing when it is cleared', () => {
  const depths = new Depths(2);
  depths.assign([0, 1, 2].map((start): Placed => ({ id: `${start}`, start, end: 9 })));
  depths.clear();
  depths.assign([{ id: '2', start: 2, end: 9 }]);
  expect([depths.get('0'), depths.get('2')]).toEqual([undefined, 0]);
});
