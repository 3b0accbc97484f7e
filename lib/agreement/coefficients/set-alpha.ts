import { nominal } from '../distances';
import { jaccard, masi } from '../set-distances';
import { alphaFor } from './krippendorff';

/**
 * Alpha over the set of codes that a coder put on a unit: one number for all codes together that forces no code to
 * exclude another. The three differ in what a partly equal set is worth: nothing, its overlap, or Passonneau's MASI.
 */
const citation =
  'Passonneau, R. (2006). Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation. LREC 2006, 831-836; Krippendorff, K. (2011).';
const limits =
  'Common codes decide it. Units where both coders put no code count as full agreement, so it rises with the share of uncoded text.';

export const alphaMasi = { ...alphaFor('masi', masi, []), citation, limits };
export const alphaJaccard = { ...alphaFor('jaccard', jaccard, []), citation, limits };
export const alphaNominalSet = { ...alphaFor('nominalSet', nominal, []), citation, limits };
