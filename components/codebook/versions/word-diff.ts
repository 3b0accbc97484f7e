import { diffArrays } from 'diff';

/** A stretch of words that stayed, came or went. */
export type DiffPiece = { text: string; kind: 'same' | 'added' | 'removed' };

/** What became of a text, word by word: `same` and `removed` are the text before, `same` and `added` the one after. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => {
    return { text: value.join(''), kind: added ? 'added' : removed ? 'removed' : 'same' };
  });
}

/** Words and what stands between them, in any script. */
function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
