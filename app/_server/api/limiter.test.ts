import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Limiter } from './limiter';

const allowance = { burst: 10, perSecond: 2 };

it('lets a burst through, then one at a time at its rate', () => {
  const limiter = new Limiter(allowance);
  const now = 1_000_000;
  for (let n = 0; n < 10; n++) expect(limiter.take('a', 1, now)).toBe(0);
  expect(limiter.take('a', 1, now)).toBe(1);
  expect(limiter.take('a', 1, now + 499)).toBe(1);
  expect(limiter.take('a', 1, now + 500)).toBe(0);
  expect(limiter.take('a', 1, now + 500)).toBe(1);
});

it('keeps names apart, and forgets one when told to', () => {
  const limiter = new Limiter(allowance);
  expect(limiter.take('a', 10, 0)).toBe(0);
  expect(limiter.take('b', 10, 0)).toBe(0);
  expect([limiter.knows('a'), limiter.knows('c')]).toEqual([true, false]);
  limiter.forget('a');
  expect(limiter.knows('a')).toBe(false);
  expect(limiter.take('a', 10, 0)).toBe(0);
});

it('says how long to wait without taking anything', () => {
  const limiter = new Limiter(allowance);
  expect(limiter.wait('a', 0)).toBe(0);
  limiter.take('a', 10, 0);
  expect(limiter.wait('a', 0)).toBe(1);
  expect(limiter.wait('a', 500)).toBe(0);
});

it('never lets through more than the burst and what has come back since, and keeps its word about the wait', () => {
  const asks = fc.array(fc.record({ pause: fc.nat(3_000), weight: fc.integer({ min: 1, max: 10 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(asks, (made) => {
      const limiter = new Limiter(allowance);
      let [now, taken] = [0, 0];
      for (const { pause, weight } of made) {
        now += pause;
        const wait = limiter.take('a', weight, now);
        if (wait === 0) taken += weight;
        else {
          now += wait * 1_000;
          expect(limiter.take('a', weight, now)).toBe(0);
          taken += weight;
        }
        expect(taken).toBeLessThanOrEqual(allowance.burst + (now / 1_000) * allowance.perSecond + 1e-9);
      }
    }),
  );
});

it('keeps no more names than it has room for', () => {
  const limiter = new Limiter(allowance);
  for (let n = 0; n < 20_001; n++) limiter.take(String(n), 1, 0);
  expect([limiter.knows('0'), limiter.knows('1'), limiter.knows('20000')]).toEqual([false, true, true]);
});
