import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '@/lib/log';
import { emptyHistory, inverseOf, passOver, remember, type History } from './history';

function coded(id: string, step: string | null = null): Change {
  const coding = { id: `coding-${id}`, documentId: 'd', coderId: 'me' };
  return { id, kind: 'coding.add', actorId: 'me', at: '', body: { coding }, undoes: null, step };
}

/** What the log holds after the newest step was taken back (or done again): one change for each of its changes. */
function reversal(of: Change[], step: string | null, id: () => string): Change[] {
  return of.toReversed().map((change) => {
    const { kind } = inverseOf(change)!;
    return { ...change, id: id(), kind, undoes: change.id, step };
  });
}

const ids = () => {
  let n = 0;
  return () => `u${n++}`;
};

function fold(changes: Change[], from: History = emptyHistory): History {
  return changes.reduce(remember, from);
}

it('stacks new work and forgets what could be redone', () => {
  const first = fold([coded('a'), coded('b')]);
  const undone = fold(reversal(first.undo.at(-1)!, null, ids()), first);
  expect([undone.undo.length, undone.redo.length]).toEqual([1, 1]);
  expect(fold([coded('c')], undone)).toMatchObject({ redo: [] });
});

it('undo then redo, any number of times, comes back to the same depth', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.array(fc.boolean(), { maxLength: 30 }), (depth, presses) => {
      const next = ids();
      let history = fold(Array.from({ length: depth }, (_, i) => coded(`w${i}`)));
      let undone = 0;
      for (const back of presses) {
        const step = (back ? history.undo : history.redo).at(-1);
        if (!step) continue;
        history = fold(reversal(step, null, next), history);
        undone += back ? 1 : -1;
      }
      expect([history.undo.length, history.redo.length]).toEqual([depth - undone, undone]);
    }),
  );
});

it('takes a gesture of several changes back, and does it again, as one step', () => {
  const next = ids();
  const done = fold([coded('a', 's'), coded('b', 's'), coded('c', 's')]);
  expect(done.undo.map((step) => step.length)).toEqual([3]);
  const undone = fold(reversal(done.undo.at(-1)!, 't', next), done);
  expect([undone.undo.length, undone.redo.map((step) => step.length)]).toEqual([0, [3]]);
  const redone = fold(reversal(undone.redo.at(-1)!, 'u', next), undone);
  expect([redone.undo.map((step) => step.length), redone.redo.length]).toEqual([[3], 0]);
});

it('takes back the step below one that was refused, and finds the same after a reload', () => {
  const next = ids();
  const log = [coded('a'), coded('b'), coded('c')];
  const refused = fold(log);
  const passed = passOver(refused, refused.undo.at(-1)!);
  expect(passed.undo.at(-1)!.map(({ id }) => id)).toEqual(['b']);
  const undoing = reversal(passed.undo.at(-1)!, null, next);
  const [now, reloaded] = [fold(undoing, passed), fold([...log, ...undoing])];
  expect(now.undo.flat().map(({ id }) => id)).toEqual(['a']);
  expect(reloaded.undo.flat().map(({ id }) => id)).toEqual(['a', 'c']);
  for (const history of [now, reloaded]) expect(history.redo.flat().map(({ undoes }) => undoes)).toEqual(['b']);
});

it('passes over what cannot be taken back, such as closing a round', () => {
  const closed: Change = { ...coded('r'), kind: 'round.close', body: { id: 'r', reason: '', closedAt: '' } };
  expect(fold([closed])).toEqual(emptyHistory);
});
