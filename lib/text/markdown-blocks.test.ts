import { describe, expect, it } from 'vitest';
import { markdownBlocks } from './markdown-blocks';
import { slice } from './span';

/** Kind, level and words of each block. */
function read(text: string): unknown[] {
  return markdownBlocks(text).map((block) => [block.kind, block.level ?? 0, slice(text, block).trim()]);
}

describe('blocks of Markdown', () => {
  it('know headings by their marks, and by the line beneath', () => {
    expect(read('# One\nText\n### Three\n\nTwo\n---\nFirst\n===\n#hashtag')).toEqual([
      ['heading', 1, '# One'],
      ['paragraph', 0, 'Text'],
      ['heading', 3, '### Three'],
      ['heading', 2, 'Two\n---'],
      ['heading', 1, 'First\n==='],
      ['paragraph', 0, '#hashtag'],
    ]);
  });

  it('know how deep a list item lies', () => {
    expect(read('- a\n  more\n    - b\n- c\n\n1. d\n   - e')).toEqual([
      ['list-item', 1, '- a\n  more'],
      ['list-item', 2, '- b'],
      ['list-item', 1, '- c'],
      ['list-item', 1, '1. d'],
      ['list-item', 2, '- e'],
    ]);
  });

  it('keep the lines of one quote together and part two quotes', () => {
    expect(read('> a\n> b\nlazy\n\n> c\n\nd')).toEqual([
      ['quote', 0, '> a\n> b\nlazy'],
      ['quote', 0, '> c'],
      ['paragraph', 0, 'd'],
    ]);
  });

  it('read no marks inside code, and find the end of it', () => {
    expect(read('```\n# no\n\n- no\n```\nafter')).toEqual([
      ['paragraph', 0, '```\n# no\n\n- no\n```'],
      ['paragraph', 0, 'after'],
    ]);
  });

  it('let a rule stand alone, and a wrapped paragraph run on', () => {
    expect(read('one\ntwo\n\n***\nthree')).toEqual([
      ['paragraph', 0, 'one\ntwo'],
      ['paragraph', 0, '***'],
      ['paragraph', 0, 'three'],
    ]);
  });

  it('find speakers in paragraphs too', () => {
    expect(markdownBlocks('# Talk\n\nVladimir Putin: Yes.')[1]).toMatchObject({
      kind: 'speaker-turn',
      speaker: 'Vladimir Putin',
    });
  });
});
