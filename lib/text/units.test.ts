import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks';
import { blockIndexAt } from './blocks';
import { isBoundary } from './graphemes';
import { plainBlocks } from './plain-blocks';
import { slice } from './span';
import { anyText } from './testing/any-text';
import { corpus } from './testing/corpus';
import { cutUnits, unitAt } from './units';
import { isSpace } from './white-space';

const kinds = ['word', 'sentence', 'paragraph'] as const;

function words(text: string, language: string): string[] {
  const { word } = cutUnits(text, plainBlocks(text), language);
  return Array.from({ length: word.length / 2 }, (_, index) => slice(text, unitAt(word, index)));
}

/** What is wrong with a list of units, unit by unit. */
function faults(text: string, blocks: readonly Block[], flat: Int32Array): string[] {
  const units = Array.from({ length: flat.length / 2 }, (_, index) => unitAt(flat, index));
  return units.flatMap((unit, index) => {
    const { start, end } = unit;
    const found = [
      start < (units[index - 1]?.end ?? 0) && 'overlaps or precedes the one before',
      (end <= start || slice(text, unit).trim() === '') && 'is blank',
      end > text.length && 'leaves the text',
      blockIndexAt(blocks, start) !== blockIndexAt(blocks, end - 1) && 'crosses blocks',
      !(isBoundary(text, start) && isBoundary(text, end)) && 'splits a character',
    ];
    return found.filter((fault) => fault !== false).map((fault) => `${start}-${end} ${fault}`);
  });
}

/** The characters that are no space and lie in no unit. */
function uncovered(text: string, flat: Int32Array): string {
  const covered = new Set<number>();
  for (let index = 0; index < flat.length; index += 2) {
    for (let at = flat[index] ?? 0; at < (flat[index + 1] ?? 0); at += 1) covered.add(at);
  }
  return [...text.split('').keys()].filter((at) => !covered.has(at) && !isSpace(text.charCodeAt(at))).join(' ');
}

describe('units of any text', () => {
  it('are in order, disjoint, never blank, never across blocks, and split no character', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('en', 'ru', 'fa', 'zh', null), (text, language) => {
        const blocks = plainBlocks(text);
        const units = cutUnits(text, blocks, language);
        expect(kinds.flatMap((kind) => faults(text, blocks, units[kind]))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leave out nothing but space, in sentences and in paragraphs', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const units = cutUnits(text, plainBlocks(text), 'en');
        expect([uncovered(text, units.sentence), uncovered(text, units.paragraph)]).toEqual(['', '']);
      }),
    );
  });
});

describe('units', () => {
  it('count blank paragraphs as none', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', start: 0, end: 5 },
      { kind: 'table-cell', start: 5, end: 7 },
      { kind: 'heading', start: 7, end: 10 },
    ];
    expect([...cutUnits('One. \n\nTwo', blocks, 'en').paragraph]).toEqual([0, 4, 7, 10]);
  });

  it('say which rules cut them', () => {
    expect(cutUnits('', [], null).segmenter).toMatch(/^icu\d+\.\d+\/concord-\d+$/);
  });

  it('are words and numbers, without punctuation', () => {
    expect(words('In 1945, peace (of a kind) came: 3.5 years.', 'en')).toEqual(
      'In 1945 peace of a kind came 3.5 years'.split(' '),
    );
  });

  it('are words as each language has them', () => {
    expect(words('ما می\u200cرویم', 'fa')).toEqual(['ما', 'می\u200cرویم']);
    expect(words('צה"ל ניצח', 'he')).toEqual(['צה"ל', 'ניצח']);
    expect(words('和平与发展', 'zh')).toEqual(['和平', '与', '发展']);
  });

  it('do not exist past the last', () => {
    expect(() => unitAt(Int32Array.of(0, 4), 1)).toThrow(RangeError);
  });

  for (const [file, text] of corpus('kremlin-ru/76222.txt', 'ungdc/CHN_79_2024.txt', 'books/hafez-fa.txt')) {
    it(`of ${file} hold to the same laws`, () => {
      const blocks = plainBlocks(text);
      const units = cutUnits(text, blocks, 'ru');
      expect(kinds.flatMap((kind) => faults(text, blocks, units[kind]))).toEqual([]);
      expect(units.word.length).toBeGreaterThan(units.sentence.length);
    });
  }
});
