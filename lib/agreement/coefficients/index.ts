import { brennanPrediger } from './brennan-prediger';
import type { Coefficient } from './coefficient';
import { cohenKappa } from './cohen';
import { congerKappa } from './conger';
import { fleissKappa } from './fleiss';
import { gwetAC1 } from './gwet-ac1';
import { alphaInterval, alphaNominal, alphaOrdinal, alphaRatio } from './krippendorff';
import { lightKappa, scottPiMean } from './pair-mean';
import {
  percentAgreement,
  percentAgreementAll,
  percentAgreementCoincidence,
  percentAgreementPooled,
} from './percent-agreement';
import { scottPi } from './scott';
import { alphaJaccard, alphaMasi, alphaNominalSet } from './set-alpha';
import { negativeAgreement, positiveAgreement } from './specific-agreement';

/** Coefficients of decisions that are single categories, in the order in which people meet them. */
export const coefficients: readonly Coefficient[] = [
  // How often coders agree, with no word on chance
  percentAgreement,
  percentAgreementPooled,
  percentAgreementCoincidence,
  percentAgreementAll,
  positiveAgreement,
  negativeAgreement,
  // Any number of coders, codings may be missing
  alphaNominal,
  alphaOrdinal,
  alphaInterval,
  alphaRatio,
  gwetAC1,
  brennanPrediger,
  fleissKappa,
  congerKappa,
  // Two coders, and the mean over pairs of more
  cohenKappa,
  scottPi,
  lightKappa,
  scottPiMean,
];

/** Coefficients of decisions that are sets of codes. */
export const setCoefficients: readonly Coefficient[] = [alphaNominalSet, alphaJaccard, alphaMasi];

export type { Coefficient, Codings, Example } from './coefficient';
export { fleissNullError } from './fleiss';
export { alphaFor, alphaFrom, alphaWith } from './krippendorff';
export {
  alphaInterval,
  alphaJaccard,
  alphaMasi,
  alphaNominal,
  alphaNominalSet,
  alphaOrdinal,
  alphaRatio,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwetAC1,
  lightKappa,
  negativeAgreement,
  percentAgreement,
  percentAgreementAll,
  percentAgreementCoincidence,
  percentAgreementPooled,
  positiveAgreement,
  scottPi,
  scottPiMean,
};
