import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Table, type Change } from '@/lib/log';
import { anyTextWithSpan } from '@/lib/text/testing/any-text';
import { codingChanges } from './changes';
import type { Coding, CodingsState } from './coding';

type Name = keyof typeof codingChanges;
type Entry = (typeof codingChanges)['coding.edit'];

const entry = (kind: Name) => codingChanges[kind] as unknown as Entry;

function coding(id: string, coderId: string): fc.Arbitrary<Coding> {
  const fixed = { layer: 'coder', codebookVersion: 1, createdAt: 'then', updatedAt: 'then' } as const;
  return fc
    .record({ place: anyTextWithSpan(), codeId: fc.constantFrom('stability', 'status'), memo: fc.string() })
    .map(({ place: { text, span }, codeId, memo }) => {
      return {
        ...{ id, documentId: 'd', coderId, codeId, memo },
        ...span,
        quote: text.slice(span.start, span.end),
        ...fixed,
      };
    });
}

/** What somebody asks: to add a coding of theirs, to edit it in part or in whole, to take it away, to be done. */
function asked(coderId: string, id: string): fc.Arbitrary<{ kind: Name; actorId: string; body: unknown }> {
  const of = (kind: Name) => (body: unknown) => ({ kind, actorId: coderId, body });
  const set = coding(id, coderId).map(({ start, end, quote, codeId, memo }) => ({
    place: { start, end, quote },
    codeId,
    memo,
  }));
  return fc.oneof(
    coding(id, coderId)
      .map(({ documentId, codeId, start, end, quote, memo }) => ({ id, documentId, codeId, start, end, quote, memo }))
      .map(of('coding.add')),
    set.map(({ place }) => of('coding.edit')({ id, set: place })),
    set.map(({ codeId, memo }) => of('coding.edit')({ id, set: { codeId, memo } })),
    fc.integer({ min: 1, max: 9 }).map((version) => of('coding.confirm')({ id, version })),
    fc.constant(of('coding.remove')({ id })),
    fc.boolean().map((finished) => of('finished.set')({ documentId: 'd', finished })),
  );
}

type Asked = { kind: Name; actorId: string; body: unknown };

/** The change as the log will hold it; null where there is nothing to change. */
function logged(state: CodingsState, { kind, actorId, body }: Asked): Change | null {
  if (kind === 'coding.add' && state.codings.has((body as { id: string }).id)) return null;
  const made = entry(kind).foresee!(body as never, { actorId, state });
  return made ? { id: kind, kind, actorId, at: 'now', body: made, undoes: null, step: null } : null;
}

function apply(state: CodingsState, change: Change): CodingsState {
  return { ...state, ...entry(change.kind as Name).apply(state, change as never) };
}

/** Everything but the moments, which an undo does not turn back. */
function said({ codings, finished }: CodingsState): unknown {
  const shown = [...codings.values()].map(({ updatedAt: _, createdAt: __, ...rest }) => rest);
  return {
    codings: shown.sort((a, b) => (a.id < b.id ? -1 : 1)),
    finished: [...finished.values()].map(({ id }) => id).sort(),
  };
}

const start = fc
  .tuple(coding('a', 'ann'), coding('b', 'ben'))
  .map(
    (codings): CodingsState =>
      ({ codings: Table.of(codings), finished: Table.of(), codebookVersion: 1 }) as CodingsState,
  );

/** Nobody is done at the start, so saying that one is not done changes nothing that could be undone. */
function isNews({ kind, body }: Asked): boolean {
  return kind !== 'finished.set' || (body as { finished: boolean }).finished;
}

it('is undone to what was there before, whatever was done', () => {
  fc.assert(
    fc.property(start, fc.oneof(asked('ann', 'a'), asked('ann', 'new')).filter(isNews), (state, request) => {
      const change = logged(state, request);
      if (!change) return;
      const after = apply(state, change);
      const inverse = entry(change.kind as Name).invert(change.body as never)!;
      const isRestore = inverse.kind === 'coding.restore';
      const back = isRestore
        ? { ...change, kind: inverse.kind }
        : logged(after, { ...request, kind: inverse.kind as Name, body: inverse.body })!;
      expect(said(apply(after, back))).toEqual(said(state));
    }),
  );
});

it('ends the same in whatever order the changes of two coders arrive', () => {
  const acts = (coderId: string, id: string) => fc.array(asked(coderId, id), { maxLength: 6 });
  const cases = fc.record({
    state: start,
    anns: acts('ann', 'a'),
    bens: acts('ben', 'b'),
    coin: fc.infiniteStream(fc.boolean()),
  });
  fc.assert(
    fc.property(cases, ({ state, anns, bens, coin }) => {
      const told = (own: Asked[]) => {
        let at = state;
        return own.flatMap((request) => {
          const change = logged(at, request);
          if (!change) return [];
          at = apply(at, change);
          return [change];
        });
      };
      const [first, second] = [told(anns), told(bens)];
      const inTurn = [...first, ...second].reduce(apply, state);
      const mixed: Change[] = [];
      const queues = [[...first], [...second]];
      while (queues.some(({ length }) => length > 0)) {
        const [one, other] = coin.next().value ? queues : queues.toReversed();
        mixed.push((one!.length > 0 ? one! : other!).shift()!);
      }
      expect(said(mixed.reduce(apply, state))).toEqual(said(inTurn));
    }),
  );
});
