import { describe, expect, it } from 'vitest';
import { resampleAlpha } from './bootstrap';
import { nominal } from './distances';
import { masi } from './set-distances';
import type { Table } from './table';
import { writtenTable } from './written-table';

const choices = { seed: 11, replicates: 2000 };
const yesNo = (units: readonly string[]): Table => writtenTable({ categories: ['n', 'y'], units });

/** Ten documents: in each everybody agrees or everybody differs, so that units of a document resemble each other. */
const drawn = Array.from({ length: 10 }, (_, index) =>
  Array.from({ length: 20 }, (_unit, unit) => (index % 3 === 0 ? 'y n' : unit % 2 === 0 ? 'y y' : 'n n')),
);
const clustered = drawn.map(yesNo);

describe('the interval of alpha', () => {
  it('is the same for the same seed', () => {
    expect(resampleAlpha(clustered, nominal, choices)).toEqual(resampleAlpha(clustered, nominal, choices));
    expect(resampleAlpha(clustered, nominal, { ...choices, seed: 12 })).not.toEqual(
      resampleAlpha(clustered, nominal, choices),
    );
  });

  it('is wider by documents than by units where differences gather in documents', () => {
    const documents = resampleAlpha(clustered, nominal, choices);
    const units = resampleAlpha([yesNo(drawn.flat())], nominal, choices);
    expect(documents?.method).toBe('documents');
    expect(units?.method).toBe('units');
    expect((documents?.high ?? 0) - (documents?.low ?? 0)).toBeGreaterThan(
      1.5 * ((units?.high ?? 0) - (units?.low ?? 0)),
    );
  });

  it('resamples units when fewer than eight documents were coded twice', () => {
    const single = yesNo(['y .', 'n .']);
    expect(resampleAlpha([...clustered.slice(0, 7), single, single], nominal, choices)).toMatchObject({
      method: 'units',
      resampled: 140,
    });
    expect(resampleAlpha([...clustered.slice(0, 8), single], nominal, choices)).toMatchObject({
      method: 'documents',
      resampled: 8,
    });
  });

  it('counts the replicates without variation and gives no interval when they are most', () => {
    const rare = [...Array.from({ length: 19 }, () => yesNo(['n n', 'n n'])), yesNo(['y y', 'n n'])];
    expect(resampleAlpha(rare, nominal, choices)?.undefinedReplicates).toBeGreaterThan(500);
    expect(
      resampleAlpha(
        Array.from({ length: 9 }, () => yesNo(['n n'])),
        nominal,
        choices,
      ),
    ).toBeNull();
    expect(resampleAlpha([], nominal, choices)).toBeNull();
  });

  it('is the same whether expected disagreement is summed over categories or over documents', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'];
    const withSets = (categories: readonly string[]) =>
      Array.from({ length: 8 }, (_, index) => {
        const label = (step: number) => codes[(index + step) % 12] ?? 'A';
        const table = writtenTable({
          categories,
          units: [`${label(0)} ${label(0)}`, `${label(1)} ${label(2)}`, `${label(3)} ${label(3)}`],
        });
        return { ...table, sets: categories.map((code) => [code]) };
      });
    const byDocument = resampleAlpha(withSets(codes), masi, choices);
    const byCategory = resampleAlpha(withSets(codes), nominal, choices);
    expect(byDocument?.low).toBeCloseTo(byCategory?.low ?? NaN, 10);
    const twice = resampleAlpha([...withSets(codes), ...withSets(codes)], masi, choices);
    const same = resampleAlpha([...withSets(codes), ...withSets(codes)], nominal, choices);
    expect(twice?.high).toBeCloseTo(same?.high ?? NaN, 10);
  });
});
