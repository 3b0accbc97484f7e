import { expect, it } from 'vitest';
import { normal975, t975 } from './student-t';

it('gives the points of the printed tables', () => {
  // As R's qt(.975, df) prints them with 12 digits
  const points: [number, number][] = [
    [1, 12.7062047362],
    [2, 4.30265272991],
    [5, 2.57058183564],
    [11, 2.20098516009],
    [29, 2.04522964213],
    [120, 1.97993040505],
    [1000, 1.96233908082],
  ];
  for (const [degrees, point] of points) expect(t975(degrees)).toBeCloseTo(point, 9);
});

it('falls towards the normal point, without a step where the expansion takes over', () => {
  expect(t975(1000) - t975(1001)).toBeGreaterThan(0);
  expect(t975(1000) - t975(1001)).toBeLessThan(4e-6);
  expect(t975(1e9)).toBeCloseTo(normal975, 8);
});
