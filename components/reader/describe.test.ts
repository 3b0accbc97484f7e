import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import { Table } from '@/lib/log';
import type { Member } from '@/lib/projects';
import { announcement, fullName, quoteStart } from './describe';

const stability = { id: 'stability', name: 'Stability' } as Code;
const marek = { id: 'marek', name: 'Marek Novak' } as Member;
const names = { codes: Table.of([stability]), coders: Table.of([marek]), viewerId: 'leyla' };
const coding = (over: Partial<Coding> = {}) =>
  ({
    id: '1',
    codeId: 'stability',
    coderId: 'marek',
    layer: 'coder',
    quote: 'regional\n stability',
    ...over,
  }) as Coding;

it('calls a coding by its code, its coder and the beginning of its words', () => {
  expect(fullName(coding(), stability, marek)).toBe('Stability by Marek Novak: “regional stability”');
});

it('does not call consensus after a person', () => {
  expect(fullName(coding({ layer: 'consensus' }), stability, marek)).toBe(
    'Stability by consensus: “regional stability”',
  );
});

it('says what came and went, and whether it was oneself', () => {
  const own = coding({ id: '2', coderId: 'leyla' });
  expect(announcement(names, { added: [own], removed: [coding()] })).toBe(
    'Stability added by you: “regional stability”. Stability removed by Marek Novak: “regional stability”.',
  );
});

it('only counts when many come at once, and is silent when none does', () => {
  const many = Array.from({ length: 5 }, (_, n) => coding({ id: `${n}` }));
  expect(announcement(names, { added: many, removed: [] })).toBe('5 codings added, 0 removed.');
  expect(announcement(names, { added: [], removed: [] })).toBeNull();
});

it('cuts a long quote between characters', () => {
  const family = '👨‍👩‍👧';
  const cut = quoteStart(family.repeat(30));
  expect(cut.endsWith('…')).toBe(true);
  expect(cut.slice(0, -1).replaceAll(family, '')).toBe('');
});
