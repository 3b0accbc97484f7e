/** Documents without their texts, the attributes they carry, and the changes both go through. */
export {
  attributeTypes,
  directions,
  fileProperties,
  type Attribute,
  type AttributeType,
  type AttributeValues,
  type Direction,
  type DocumentsState,
  type DocumentSummary,
  type FileProperty,
} from './document';
export { documentChanges, languageTag, longestText, mostAtOnce } from './changes';
export {
  livePairs,
  placeInPair,
  otherSide,
  sides,
  pairChanges,
  type Pair,
  type PairsState,
  type Place,
  type Side,
} from './pairs';
export { nearOnes, type Near, type Sketched } from './near-duplicates';
export { chosenOf, filled, isDate, joinChosen, recordFault, valueFault, withSet, type Typed } from './values';
export { templates, type Template, type TemplateAttribute } from './templates';
export {
  askedProperties,
  fitted,
  foundValues,
  isLabelled,
  valuesOf,
  type FileProperties,
  type Found,
} from './found-values';
export { likelyType, typedColumn } from './likely-type';
export { compareValues } from './compare-values';
export {
  documentFilter,
  fieldChoices,
  fieldValue,
  filtered,
  filterFault,
  filterFields,
  filterTerms,
  isNarrowed,
  isRanged,
  wanted,
  type DocumentFilter,
  type FilterField,
} from './filter';
