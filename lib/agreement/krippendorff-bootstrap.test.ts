import { expect, it } from 'vitest';
import { resampleAlpha } from './bootstrap';
import { krippendorff1980, krippendorff2011 } from './coefficients/published-tables';
import { nominal } from './distances';
import { coincidenceBootstrap } from './krippendorff-bootstrap';
import { writtenTable } from './written-table';

const choices = { seed: 1, replicates: 5000 };

it('draws as many coincidences as Krippendorff says and holds expected disagreement', () => {
  const interval = coincidenceBootstrap(writtenTable(krippendorff2011), choices);
  expect(interval?.drawsPerReplicate).toBe(60);
  expect(interval?.low).toBeCloseTo(0.615, 1);
  expect(interval?.high).toBeCloseTo(0.872, 1);
});

it('says how likely alpha lies below his two marks', () => {
  const interval = coincidenceBootstrap(writtenTable(krippendorff2011), choices);
  expect(interval?.below667).toBeGreaterThan(0.05);
  expect(interval?.below667).toBeLessThan(interval?.below800 ?? 0);
});

it('is narrower than resampling units where there are three coders, which is why it is not the one we report', () => {
  const table = writtenTable(krippendorff1980);
  const own = coincidenceBootstrap(table, choices);
  const units = resampleAlpha([table], nominal, choices);
  expect((own?.high ?? 0) - (own?.low ?? 0)).toBeLessThan((units?.high ?? 0) - (units?.low ?? 0));
});

it('has no interval where alpha has no value', () => {
  expect(coincidenceBootstrap(writtenTable({ categories: ['a', 'b'], units: ['a a', 'a a'] }), choices)).toBeNull();
});
