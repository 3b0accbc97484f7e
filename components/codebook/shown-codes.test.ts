import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import { Table } from '@/lib/log';
import { shownCodes } from './shown-codes';

function code(id: string, parentId: string | null, rest: Partial<Code> = {}): Code {
  const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [], shortcut: null };
  return {
    id,
    parentId,
    position: 0,
    name: id,
    color: '#000000',
    ...rules,
    version: 1,
    createdAt: '',
    archived: false,
    ...rest,
  };
}

const codes = Table.of([
  code('blame', null),
  code('blame-west', 'blame', { definition: 'Names Washington as the cause.' }),
  code('old', null, { archived: true }),
  code('kept', 'old'),
  code('Çok yakın', null),
]);
const everything = { query: '', closed: new Set<string>(), archived: true };
const ids = (view: Parameters<typeof shownCodes>[1]) => shownCodes(codes, view).map((node) => node.code.id);

it('hides what lies below a closed code', () => {
  expect(ids({ ...everything, closed: new Set(['blame', 'old']) })).toEqual(['blame', 'old', 'Çok yakın'].sort());
});

it('leaves archived codes out, but not what lies below them', () => {
  expect(ids({ ...everything, archived: false })).not.toContain('old');
  expect(ids({ ...everything, archived: false })).toContain('kept');
});

it('finds by name and rules, whatever case and accents, and shows the way down to what it found', () => {
  expect(ids({ ...everything, query: 'WASHINGTON', closed: new Set(['blame']) })).toEqual(['blame', 'blame-west']);
  expect(ids({ ...everything, query: 'cok' })).toEqual(['Çok yakın']);
  expect(ids({ ...everything, query: 'nothing of the kind' })).toEqual([]);
});
