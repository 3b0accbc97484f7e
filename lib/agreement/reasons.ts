/**
 * Why a number is undefined. The engine never answers 0, 1 or NaN for a ratio that has no value; it answers with one of
 * these words. Every screen, export and script takes its sentence from this table, so that a reason is told one way.
 */
export const reasons = {
  noPairableUnits: 'No unit was coded by two or more coders, so there is nothing to compare.',
  noVariation: 'Only one value was ever used, so no disagreement could be expected by chance: the ratio is 0/0.',
  noUnitCodedByAll: 'No unit was coded by every coder.',
  coderWithoutCodings: 'At least one coder coded nothing, so that coder has no share of each category.',
  noUnits: 'There are no units to count.',
  noIntersectionOrNoVariation:
    'The coders’ marked passages never overlap here, or wherever they do only one code occurs.',
  notTwoCoders: 'This coefficient compares exactly two coders.',
  noCoderIdentity: 'Only counts per unit are known, not which coder gave which value.',
  notNumeric: 'The categories carry no numbers, and this distance needs numbers.',
  notSets: 'The values are single categories; this distance compares sets of codes.',
  notBinary: 'Positive and negative agreement need exactly two categories, no and yes.',
  incompleteData: 'This standard error holds only when every coder coded every unit.',
  tooLarge: 'The exact search would take too long for this many units and coders.',
  overlappingUnits:
    'A coder’s passages overlap, and this coefficient needs each coder to cut the text into separate pieces.',
} as const;

export type Reason = keyof typeof reasons;

/** The sentence people read for a reason. */
export function sentenceFor(reason: Reason): string {
  return reasons[reason];
}
