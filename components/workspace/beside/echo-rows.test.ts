import { expect, it } from 'vitest';
import type { Coding } from '@/lib/codings';
import { alignTexts } from '@/lib/documents/pairs';
import { IntervalIndex, plainBlocks } from '@/lib/text';
import { echoRows } from './echo-rows';

const original = 'Москва призвала к сдержанности.\n\nОна предупредила об эскалации.';
const translation = 'Moscow called for restraint.\n\nIt warned of escalation.';
const text = (words: string) => ({ text: words, blocks: plainBlocks(words) });
const alignment = alignTexts({ original: text(original), translation: text(translation) }, [
  { original: 1, translation: 1 },
]);

function coding(id: string, quote: string, more: Partial<Coding> = {}): Coding {
  const start = translation.indexOf(quote);
  const about = {
    documentId: 't',
    codeId: 'stability',
    coderId: 'ann',
    layer: 'coder',
    memo: '',
    codebookVersion: 1,
  } as const;
  return { ...about, id, start, end: start + quote.length, quote, createdAt: '', updatedAt: '', ...more };
}

const index = new IntervalIndex([
  coding('a', 'called'),
  coding('b', 'restraint'),
  coding('c', 'restraint', { coderId: 'ben' }),
  coding('d', 'Moscow called for restraint.\n\nIt', { codeId: 'blame' }),
]);
const whole = { start: 0, end: original.length };

it('shows codings across from the blocks that belong to theirs, one for all of a coder’s with the same code', () => {
  const rows = echoRows({ alignment, side: 'original', index }, whole);
  expect(rows.map(({ span, codings }) => [original.slice(span.start, span.end), codings.map(({ id }) => id)])).toEqual([
    ['Москва призвала к сдержанности.', ['d', 'a', 'c']],
    ['Она предупредила об эскалации.', ['d']],
  ]);
});

it('says where blocks were put together by hand, coded or not, and leaves out what is filtered away', () => {
  const rows = echoRows({ alignment, side: 'original', index, shown: ({ coderId }) => coderId === 'ben' }, whole);
  expect(rows.map(({ codings, pinned }) => [codings.map(({ id }) => id), pinned])).toEqual([
    [['c'], false],
    [[], true],
  ]);
});

it('looks at no more than is in sight', () => {
  expect(echoRows({ alignment, side: 'original', index }, { start: 40, end: 45 }).map(({ bead }) => bead)).toEqual([1]);
});
