import fc from 'fast-check';
import { expect, it } from 'vitest';
import { align, type Bead, type Run } from './align';
import { corrected, crossing, joining, type Anchor } from './anchors';

const lengths = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })), { maxLength: 40 });
const sides = fc.record({ original: lengths, translation: lengths });

/** All steps at once. */
function aligned(...asked: Parameters<typeof align>): Bead[] {
  const steps = align(...asked);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Two texts and anchors in them that can all hold. */
const pinned = sides.chain((texts) => {
  const [rows, columns] = [texts.original.length, texts.translation.length];
  if (rows === 0 || columns === 0) return fc.constant({ texts, anchors: [] as Anchor[] });
  const anchor = fc.record({ original: fc.nat(rows - 1), translation: fc.nat(columns - 1) });
  return fc.array(anchor, { maxLength: 8 }).map((asked) => ({
    texts,
    anchors: asked.reduce((kept: Anchor[], each) => corrected(kept, joining(kept, each)), []),
  }));
});

const holds = ({ first, last }: Run, block: number) => first <= block && block < last;

function oneForOne(beads: readonly Bead[]) {
  return beads.map(({ original, translation }) => [original.first, original.last, translation.first, translation.last]);
}

it('puts every block of both texts into exactly one bead and keeps their order, whatever is pinned', () => {
  fc.assert(
    fc.property(pinned, ({ texts, anchors }) => {
      const beads = aligned(texts, anchors);
      for (const side of ['original', 'translation'] as const) {
        expect(beads.reduce((next, bead) => (expect(bead[side].first).toBe(next), bead[side].last), 0)).toBe(
          texts[side].length,
        );
      }
      for (const { original, translation } of beads)
        expect(original.last - original.first + translation.last - translation.first).toBeGreaterThan(0);
    }),
  );
});

it('keeps together what a person put together, and says so', () => {
  fc.assert(
    fc.property(pinned, ({ texts, anchors }) => {
      const beads = aligned(texts, anchors);
      for (const anchor of anchors) {
        const bead = beads.find(({ original }) => holds(original, anchor.original))!;
        expect(holds(bead.translation, anchor.translation) && bead.pinned).toBe(true);
      }
      expect(beads.filter((bead) => bead.pinned).length).toBeLessThanOrEqual(anchors.length);
    }),
  );
});

it('aligns equal texts block for block, and a text with its translation of any constant length ratio', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 300 }),
      fc.constantFrom(1, 2, 3),
      (own, ratio) => {
        const beads = aligned({ original: own, translation: own.map((length) => length * ratio) }, []);
        expect(oneForOne(beads)).toEqual(own.map((_, block) => [block, block + 1, block, block + 1]));
      },
    ),
  );
});

it('changes nothing beyond the anchors next to a correction', () => {
  fc.assert(
    fc.property(pinned, ({ texts, anchors }) => {
      const beads = aligned(texts, anchors);
      const until = beads.findLastIndex((bead) => bead.pinned);
      const [left, right] = [beads[until]?.original.first ?? 0, beads[until]?.translation.first ?? 0];
      const fewer = anchors.filter(({ original, translation }) => original < left && translation < right);
      const edge = beads.findLastIndex((bead, index) => bead.pinned && index < until);
      expect(aligned(texts, fewer).slice(0, edge + 1)).toEqual(beads.slice(0, edge + 1));
    }),
  );
});

it.each([
  ['was split', [640], [300, 352]],
  ['took in the next', [210, 150], [368]],
  ['was left out', [480], []],
  ['was added', [], [560]],
])('finds a paragraph that %s, and disturbs none around it', (_, own, other) => {
  const around = Array.from({ length: 12 }, (_, block) => 100 + ((block * 377) % 500));
  const original = [...around, ...own, ...around];
  const translation = [...around.map((length) => length + 3), ...other, ...around];
  const found = oneForOne(aligned({ original, translation }, []));
  const odd = found.filter(([first, last, from, to]) => last! - first! !== 1 || to! - from! !== 1);
  expect(odd).toEqual([[12, 12 + own.length, 12, 12 + other.length]]);
  const back = oneForOne(aligned({ original: translation, translation: original }, []));
  expect(back).toEqual(found.map(([first, last, from, to]) => [from, to, first, last]));
});

it('mends what follows a place where lengths mislead, with one anchor', () => {
  const original = [200, 200, 200, 200, 200];
  const translation = [200, 200, 200, 200];
  const mended = aligned({ original, translation }, [{ original: 1, translation: 0 }]);
  expect(oneForOne(mended)).toEqual([
    [0, 1, 0, 0],
    [1, 2, 0, 1],
    [2, 3, 1, 2],
    [3, 4, 2, 3],
    [4, 5, 3, 4],
  ]);
});

it('joins anchors that share a block into one bead', () => {
  const anchors = [
    { original: 1, translation: 1 },
    { original: 1, translation: 3 },
    { original: 2, translation: 3 },
  ];
  const beads = aligned({ original: [9, 9, 9, 9], translation: [9, 9, 9, 9, 9] }, anchors);
  expect(beads.find((bead) => bead.pinned)).toEqual({
    original: { first: 1, last: 3 },
    translation: { first: 1, last: 4 },
    pinned: true,
  });
});

it('aligns the longest texts, and finds its way round a gap in them', () => {
  const own = Array.from({ length: 20_000 }, (_, block) => 40 + ((block * 7_919) % 600));
  const shorter = own.toSpliced(9_000, 12);
  const beads = aligned({ original: own, translation: shorter }, []);
  const right = beads
    .filter(
      ({ original, translation }) => original.last - original.first === 1 && translation.last - translation.first === 1,
    )
    .filter(({ original, translation }) => translation.first === original.first - (original.first >= 9_012 ? 12 : 0));
  expect(right.length).toBeGreaterThan(19_900);
});

it('makes room for a new anchor by taking away those that it crosses, and no others', () => {
  fc.assert(
    fc.property(pinned, fc.record({ original: fc.nat(39), translation: fc.nat(39) }), ({ anchors }, anchor) => {
      const next = corrected(anchors, joining(anchors, anchor));
      expect(crossing(next)).toBeNull();
      const isKept = (each: Anchor) =>
        next.some(({ original, translation }) => original === each.original && translation === each.translation);
      for (const gone of anchors.filter((each) => !isKept(each))) expect(crossing([gone, anchor])).not.toBeNull();
    }),
  );
});
