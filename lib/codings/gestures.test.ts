import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Table } from '@/lib/log';
import { isBoundary, snap, trimmed, type Span } from '@/lib/text';
import { anySpan, anyText } from '@/lib/text/testing/any-text';
import { codingChanges } from './changes';
import { longestMemo, type Coding, type CodingsState } from './coding';
import { joined, split, touching, type Gesture } from './gestures';

const viewerId = 'ann';

function coding(text: string, id: string, { start, end, ...more }: Span & Partial<Coding>): Coding {
  const quote = text.slice(start, end);
  const fixed = { layer: 'coder', memo: '', codebookVersion: 1, createdAt: '', updatedAt: '' } as const;
  return { id, documentId: 'd', codeId: 'stability', coderId: viewerId, ...fixed, start, end, quote, ...more };
}

function state(codings: Coding[]): CodingsState {
  return { codings: Table.of(codings), merged: Table.of(), finished: Table.of(), codebookVersion: 1 };
}

/** The state after a gesture, by the same functions that browsers and the log's fold use. */
function play(before: CodingsState, gesture: Gesture): CodingsState {
  return gesture.reduce((at, { kind, body }) => {
    const entry = codingChanges[kind] as unknown as (typeof codingChanges)['coding.edit'];
    const logged = entry.foresee!(body as never, { actorId: viewerId, state: at })!;
    const change = { id: '', kind, actorId: viewerId, at: '', body: logged, undoes: null, step: null };
    return { ...at, ...entry.apply(at, change) };
  }, before);
}

function codingsOf({ codings }: CodingsState): Coding[] {
  return [...codings.values()].sort((a, b) => a.start - b.start);
}

/** A text and stretches of it as codings have them: whole characters, no white space at the ends. */
const textWithSpans = anyText().chain((text) => {
  const spans = text.length === 0 ? fc.constant([]) : fc.array(anySpan(text.length), { minLength: 1, maxLength: 8 });
  return fc.record({
    text: fc.constant(text),
    spans: spans.map((found) => found.flatMap((span) => trimmed(text, snap(text, span)) ?? [])),
  });
});

const letters = (text: string, { start, end }: Span) => text.slice(start, end).replace(/\s/g, '');

describe('cutting a coding in two', () => {
  it('loses no letter of it, keeps quotes true to the text, and splits no character', () => {
    fc.assert(
      fc.property(textWithSpans, fc.nat(200), ({ text, spans }, at) => {
        const [span] = spans;
        if (!span) return;
        const gesture = split(text, coding(text, 'a', { ...span, memo: 'why' }), at);
        if (!gesture) return;
        const [first, second, ...rest] = codingsOf(play(state([coding(text, 'a', { ...span, memo: 'why' })]), gesture));
        expect(rest).toEqual([]);
        expect([first!.id, first!.memo, second!.memo]).toEqual(['a', 'why', '']);
        expect(first!.end).toBeLessThanOrEqual(second!.start);
        expect(letters(text, first!) + letters(text, second!)).toBe(letters(text, span));
        for (const { start, end, quote } of [first!, second!]) {
          expect(quote).toBe(text.slice(start, end));
          expect([isBoundary(text, start), isBoundary(text, end)]).toEqual([true, true]);
        }
      }),
    );
  });

  it('is taken back by joining the two', () => {
    const text = 'Restraint, and calm.';
    const whole = coding(text, 'a', { start: 0, end: 19 });
    const cut = play(state([whole]), split(text, whole, 10)!);
    expect(codingsOf(cut).map(({ quote }) => quote)).toEqual(['Restraint,', 'and calm']);
    const again = play(
      cut,
      joined(text, codingsOf(cut)[1]!, touching(text, codingsOf(cut)[1]!, cut.codings.values()))!,
    );
    expect(codingsOf(again).map(({ quote }) => quote)).toEqual(['Restraint, and calm']);
  });

  it('is not possible at the edges or where one side would hold white space only', () => {
    const text = 'Order  now';
    const all = coding(text, 'a', { start: 0, end: 10 });
    expect([0, 10, -3, 40].map((at) => split(text, all, at))).toEqual([null, null, null, null]);
    expect(split(text, coding(text, 'a', { start: 0, end: 7 }), 6)).toBeNull();
  });
});

describe('joining codings that touch', () => {
  it('covers what they covered and nothing but white space besides, and leaves one', () => {
    fc.assert(
      fc.property(textWithSpans, ({ text, spans }) => {
        const all = spans.map((span, n) => coding(text, `${n}`, span));
        if (!all[0]) return;
        const run = touching(text, all[0], all);
        const after = codingsOf(play(state(all), joined(text, all[0], run)!));
        expect(after.length).toBe(all.length - run.length + 1);
        const covered = new Set(run.flatMap(({ start, end }) => range(start, end)));
        const grown = after.find(({ start, end }) => start <= all[0]!.start && end >= all[0]!.end)!;
        for (const at of range(grown.start, grown.end)) expect(covered.has(at) || /\s/.test(text[at]!)).toBe(true);
        expect([...covered].every((at) => at >= grown.start && at < grown.end)).toBe(true);
        expect(grown.quote).toBe(text.slice(grown.start, grown.end));
      }),
    );
  });

  it('finds the same run from each of its members', () => {
    fc.assert(
      fc.property(textWithSpans, ({ text, spans }) => {
        const all = spans.map((span, n) => coding(text, `${n}`, span));
        const ids = (run: Coding[]) => new Set(run.map(({ id }) => id));
        for (const one of all)
          for (const other of touching(text, one, all))
            expect(ids(touching(text, other, all))).toEqual(ids(touching(text, one, all)));
      }),
    );
  });

  it('leaves other codes, other coders, other layers and what lies further off alone', () => {
    const text = 'Order now. Order then. Order!';
    const own = coding(text, 'own', { start: 0, end: 10 });
    const others = [
      coding(text, 'code', { start: 0, end: 10, codeId: 'status' }),
      coding(text, 'coder', { start: 11, end: 22, coderId: 'ben' }),
      coding(text, 'layer', { start: 11, end: 22, layer: 'consensus' }),
      coding(text, 'far', { start: 23, end: 29 }),
    ];
    expect(touching(text, own, [own, ...others])).toEqual([own]);
  });

  it('keeps the one that spans the others already, with every memo once', () => {
    const text = 'Order now. Order then.';
    const part = coding(text, 'part', { start: 0, end: 10, memo: 'first' });
    const whole = coding(text, 'whole', { start: 0, end: 22, memo: 'second' });
    const twin = coding(text, 'twin', { start: 11, end: 22, memo: 'first' });
    const [left, ...rest] = codingsOf(
      play(state([part, whole, twin]), joined(text, part, touching(text, part, [twin, whole, part]))!),
    );
    expect(rest).toEqual([]);
    expect(left).toMatchObject({ id: 'whole', start: 0, end: 22, memo: 'second\n\nfirst' });
  });

  it('is not possible where the memos would be too long together', () => {
    const text = 'Order now. Order then.';
    const memo = 'x'.repeat(longestMemo / 2);
    const a = coding(text, 'a', { start: 0, end: 10, memo });
    const b = coding(text, 'b', { start: 11, end: 22, memo: `${memo}y` });
    expect(joined(text, a, [a, b])).toBeNull();
  });
});

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, n) => start + n);
}
