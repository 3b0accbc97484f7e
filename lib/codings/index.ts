/** Codings and finished marks, and the changes that coding consists of. */
export {
  finishedId,
  isOwn,
  layers,
  longestMemo,
  type Coding,
  type CodingsState,
  type FinishedMark,
  type Layer,
  type Merged,
} from './coding';
export { codingChanges, former } from './changes';
export { joined, recoded, split, touching, type Gesture } from './gestures';
export { isOutdated, outcomeOf, type Outcome } from './outdated/outdated';
export { extents, passagesOf, type Extent, type Passage } from './passages';
export { handedOver, type Claim } from './handed-over';
export { mergeChanges, type CodesMerged, type CodesUnmerged } from './merging/changes';
export { mergeCodings, unmergeCodings, type Merge } from './merging/codings';
