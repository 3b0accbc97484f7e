import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snap } from '@/lib/text';
import { anyText } from '@/lib/text/testing/any-text';
import { excerpt, surroundings } from './excerpt';

const reach = { around: 30, unit: 60 };

it('shows a unit between its neighbours, cut between words, with the marked words set apart', () => {
  const text =
    'The strait has always been open to all. We keep the peace there, as everybody knows. Nobody else ever did so for long.';
  const unit = { start: text.indexOf('We keep'), end: text.indexOf(' Nobody') };
  const marked = [{ start: text.indexOf('keep'), end: text.indexOf(' there') }];
  expect(excerpt(text, unit, { marked, reach })).toEqual([
    { text: '… has always been open to all. ', kind: 'around' },
    { text: 'We ', kind: 'unit' },
    { text: 'keep the peace', kind: 'marked' },
    { text: ' there, as everybody knows.', kind: 'unit' },
    { text: ' Nobody else ever did so for …', kind: 'around' },
  ]);
});

it('shows, of any text, only the text itself, and never half a character', () => {
  fc.assert(
    fc.property(anyText(), fc.nat(), fc.nat(), (text, a, b) => {
      fc.pre(text.length > 0);
      const start = a % text.length;
      const unit = snap(text, { start, end: Math.min(text.length, start + 1 + (b % 90)) });
      const pieces = excerpt(text, unit, { marked: [unit], reach });
      const whole = pieces
        .map((piece) => piece.text)
        .join('')
        .replace(/^… /, '')
        .replace(/ …$/, '');
      expect(text).toContain(whole);
      expect(whole.isWellFormed()).toBe(true);
      expect(
        unit.end - unit.start > reach.unit ||
          pieces.find(({ kind }) => kind === 'marked')?.text === text.slice(unit.start, unit.end),
      ).toBe(true);
    }),
  );
});

it('gives as surroundings a stretch that holds the unit and no half of a character', () => {
  fc.assert(
    fc.property(anyText(), fc.nat(), fc.nat(200), (text, a, around) => {
      fc.pre(text.length > 0);
      const start = a % text.length;
      const unit = snap(text, { start, end: start + 1 });
      const { start: from, end: to } = surroundings(text, unit, around);
      expect(from <= unit.start && unit.end <= to && from >= 0 && to <= text.length).toBe(true);
      expect(text.slice(from, to).isWellFormed()).toBe(true);
    }),
  );
});
