/** Documents without their texts, the attributes they carry, and the changes both go through. */
export {
  attributeTypes,
  directions,
  type Attribute,
  type AttributeType,
  type AttributeValues,
  type Direction,
  type DocumentsState,
  type DocumentSummary,
} from './document';
export { documentChanges, longestText } from './changes';
export { livePairs, placeInPair, otherSide, sides, pairChanges, type Pair, type PairsState, type Place, type Side } from './pairs';
