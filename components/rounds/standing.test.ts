import { expect, it } from 'vitest';
import type { Round } from '@/lib/rounds';
import { standing } from './standing';
import type { RoundView } from './use-round';

const round: Round = {
  id: 'r',
  title: 'Round 1',
  documentIds: ['d1', 'd2'],
  coderIds: ['ann', 'ben'],
  codebookVersion: 1,
  openedAt: '2026-01-01T00:00:00.000Z',
  closedAt: null,
  reason: '',
  sample: null,
  dealt: null,
  assigned: null,
};
const closed = { ...round, closedAt: '2026-01-02T00:00:00.000Z' };

function view(coders: RoundView['progress']['coders'], total: { finished: number; of: number }): RoundView {
  return { documents: [], coders: [], progress: { rows: [], coders, total } };
}

const half = view([{ finished: 1, of: 2 }], { finished: 1, of: 2 });

it('tells a coder of an open round how far they are themselves', () => {
  expect(standing(round, half, { viewerId: 'ann', mayRun: false })).toMatch(/^You have 1 of 2 finished\./);
});

it('tells those who run the round that they see marks and nothing else', () => {
  expect(standing(round, half, { viewerId: 'eve', mayRun: true })).toMatch(/stays sealed until the round closes/);
});

it('tells everybody else that the documents are sealed to them, too', () => {
  const nobody = view([], { finished: 0, of: 0 });
  expect(standing(round, nobody, { viewerId: 'eve', mayRun: false })).toMatch(/^You are not a coder of this round\./);
});

it('gives no sum for a closed round of which a part is sealed again', () => {
  const partly = view([{ finished: 2, of: 2 }, null], { finished: 2, of: 2 });
  expect(standing(closed, half, { viewerId: 'ann', mayRun: false })).toBe('1 of 2 finished.');
  expect(standing(closed, partly, { viewerId: 'ann', mayRun: false })).not.toMatch(/\d/);
});
