/**
 * Texts and places in them: the ruler that everything else in Concord measures with. In teaching order.
 */

// A stretch of text, and what one can ask of stretches.
export { compareSpans, contains, intersection, isSpan, overlaps, shift, slice, union } from './span';
export type { Span } from './span';

// How a text comes in, once, and then never changes.
export { normalise } from './normalise';
export type { Normalised } from './normalise';

// What a reader takes for one character, and what counts as a space.
export { isBoundary, nextBoundary, previousBoundary, snap } from './graphemes';
export { isSpace, trimmed } from './white-space';

// The other ruler, for formats that count code points.
export { codePointRuler, toCodePoint, toUtf16 } from './code-points';
export type { CodePointRuler } from './code-points';

// A document's structure.
export { blockIndexAt, blockKinds, checkTiling, content, tile } from './blocks';
export type { Block } from './blocks';
export { paragraphs, plainBlocks } from './plain-blocks';
export { markdownBlocks } from './markdown-blocks';
export { splitSpeakerTurns } from './speaker-turns';

// What decisions are counted by.
export { cutUnits, unitAt } from './units';
export type { Units } from './units';
export { sentencesOf } from './sentences';
export { segmenterVersion } from './segmenter';
export { packUnits, unpackUnits } from './pack-units';

// The words of a span, kept beside it.
export { checkQuote, checkSpan, locate, quoteOf } from './quote';

// Looking for words.
export { finder, findAll, isWholeWord } from './find';
export { fold } from './fold';
export type { Folded, FoldOptions } from './fold';

// Whether two texts say much the same.
export { resemblance, sketchOf, sketchSize } from './sketch';

// A stretch of text in its surroundings, for lists of places.
export { excerpt, surroundings, type Piece } from './excerpt';

// Which spans lie at a place, for many spans in a long text.
export { IntervalIndex } from './interval-index';
export type { Placed } from './interval-index';

// What a new text looks like, for people to correct.
export { directionOf } from './direction';
export { guessLanguage } from './language';
