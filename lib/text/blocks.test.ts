import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockIndexAt, checkTiling, content, tile } from './blocks';
import { markdownBlocks } from './markdown-blocks';
import { paragraphs, plainBlocks } from './plain-blocks';
import { slice } from './span';
import { anyText } from './testing/any-text';
import { corpus } from './testing/corpus';

const readers = { paragraphs, plainBlocks, markdownBlocks };

describe.each(Object.entries(readers))('%s', (_name, read) => {
  it('tile any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(checkTiling(text, read(text))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('begin where nothing but white space would be lost by cutting there', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const { start } of read(text).slice(1)) expect(text.slice(start - 1, start)).toMatch(/[\s*]/);
      }),
    );
  });

  it('give an empty text no block and a blank text one', () => {
    expect(read('')).toEqual([]);
    expect(read(' \n\n ')).toEqual([{ kind: 'paragraph', start: 0, end: 4 }]);
    expect(content(' \n\n ', { start: 0, end: 4 })).toBeNull();
  });

  for (const [file, text] of corpus(
    'ungdc/CHN_79_2024.txt',
    'kremlin-ru/76222.txt',
    'strings/blns.txt',
    'udhr/pes_1.txt',
  )) {
    it(`tile ${file}`, () => {
      expect(checkTiling(text, read(text))).toBeNull();
    });
  }
});

describe('a tiling', () => {
  const text = 'one\n\ntwo\n';
  const one = { kind: 'paragraph', start: 0, end: 5 } as const;
  const two = { kind: 'paragraph', start: 5, end: 9 } as const;

  it('is faulted for a gap, an overlap, an empty block and an early or late end', () => {
    expect(checkTiling(text, [one, two])).toBeNull();
    expect(checkTiling(text, [one, { ...two, start: 6 }])).toBe(
      'Block 2 starts at 6, but the blocks before it end at 5.',
    );
    expect(checkTiling(text, [one, { ...two, start: 4 }])).toContain('Block 2 starts at 4');
    expect(checkTiling(text, [one, { ...two, end: 5 }])).toBe('Block 2 is empty: it starts at 5 and ends at 5.');
    expect(checkTiling(text, [one])).toBe('The blocks end at 5, but the text ends at 9.');
    expect(checkTiling(text, [one, { ...two, end: 10 }])).toBe('The blocks end at 10, but the text ends at 9.');
  });

  it('is made from beginnings: the first takes what precedes it, the last of two at one place counts', () => {
    const beginnings = [
      { kind: 'heading', start: 2 },
      { kind: 'quote', start: 5 },
      { kind: 'paragraph', start: 5 },
    ] as const;
    expect(tile(text, beginnings)).toEqual([{ kind: 'heading', start: 0, end: 5 }, two]);
  });

  it('says which block holds a place', () => {
    expect([-1, 0, 4, 5, 8, 9].map((offset) => blockIndexAt([one, two], offset))).toEqual([-1, 0, 0, 1, 1, -1]);
  });

  it('leaves white space out of what a block says', () => {
    expect(slice(text, content(text, one) ?? one)).toBe('one');
  });
});
