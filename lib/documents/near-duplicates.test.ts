import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resemblance, sketchOf } from '@/lib/text';
import { nearOnes, nearShare, type Sketched } from './near-duplicates';

const statement = (from: number, count: number) => Array.from({ length: count }, (_, n) => `w${from + n}`).join(' ');
const sketched = (texts: string[], name: string) =>
  texts.map((text, n) => ({ id: `${name}${n}`, sketch: sketchOf(text) }));
const found = (fresh: Sketched[], known: Sketched[]) => [...nearOnes(fresh, known)].filter((each) => each !== null);

it('names for each text the one most like it, as comparing every pair would', () => {
  const footer = statement(9_000, 60);
  const text = fc
    .tuple(fc.nat(400), fc.integer({ min: 1, max: 400 }), fc.boolean())
    .map(([from, count, signed]) => statement(from, count) + (signed ? ` ${footer}` : ''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.array(text, { maxLength: 8 }), (fresh, known) => {
      const [news, olds] = [sketched(fresh, 'n'), sketched(known, 'k')];
      const shareOf = new Map(found(news, olds).map((near) => [near.id, near.share]));
      for (const [at, each] of news.entries()) {
        const shares = [...olds, ...news.slice(0, at)].map((other) => resemblance(each.sketch, other.sketch));
        const best = Math.max(0, ...shares);
        expect(shareOf.get(each.id) ?? 0).toBe(best >= nearShare ? best : 0);
      }
    }),
    { numRuns: 60 },
  );
});

it('names the earlier text of two that come in together', () => {
  const [first, second] = sketched([statement(0, 50), `Forwarded. ${statement(0, 50)}`], 'n');
  expect(found([first!, second!], [])).toEqual([{ id: 'n1', twin: 'n0', share: expect.any(Number) }]);
});
