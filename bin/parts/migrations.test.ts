import { expect, it } from 'vitest';
import { pending } from './migrations.mjs';
import { timestamp } from './new-migration.mjs';

const migration = (name: string) => ({ name, checksum: `sum of ${name}`, script: '' });
const row = (name: string) => ({ migration_name: name, checksum: `sum of ${name}`, finished_at: new Date() });

it('finds what a database lacks, in the order of the names', () => {
  const all = ['1_a', '2_b', '3_c'].map(migration);
  expect(pending([], all)).toEqual(all);
  expect(pending([row('1_a')], all)).toEqual(all.slice(1));
  expect(pending(['1_a', '2_b', '3_c'].map(row), all)).toEqual([]);
});

it('refuses a database that a newer Concord has made', () => {
  expect(() => pending([row('1_a'), row('2_b')], [migration('1_a')])).toThrow(
    'newer Concord: it has the migration 2_b',
  );
});

it('refuses to go on over a migration that was edited after it was applied', () => {
  expect(() => pending([row('1_a')], [{ ...migration('1_a'), checksum: 'another' }])).toThrow('1_a was edited');
});

it('refuses to go on over a migration that another tool left unfinished', () => {
  expect(() => pending([{ ...row('1_a'), finished_at: null }], [migration('1_a')])).toThrow('unfinished');
});

it('names migrations by the second, in UTC, so that their names sort by age', () => {
  expect(timestamp(new Date('2026-11-23T23:15:04.999Z'))).toBe('20261123231504');
});
