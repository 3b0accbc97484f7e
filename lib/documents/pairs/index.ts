/** Originals with their translations, and how the blocks of both belong together. In teaching order. */
export { livePairs, otherSide, placeInPair, sides, type Pair, type Place, type Side } from './pair';
export { byPlace, corrected, crossing, joining, type Anchor, type Correction } from './anchors';
export { align, type Bead, type Run } from './align';
export { acrossFrom, alignSteps, alignTexts, beadsOf, blocksOf, spanOf, type Alignment } from './alignment';
export {
  alignedBody,
  mostAnchors,
  pairChanges,
  type PairAligned,
  type PairLinked,
  type PairsState,
  type PairUnlinked,
} from './changes';
