import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { randomFrom } from '@/lib/chance';
import type { Continuum } from '../unitizing/continuum';
import { chanceContinua } from './chance';
import type { ChanceModel } from './chance';
import type { Weights } from './dissimilarity';
import { disorder } from './disorder';

export const gammaCitation =
  'Mathet, Y., Widlöcher, A. & Métivier, J.-P. (2015). Computational Linguistics 41(3), 437-479.';
export const gammaLimits =
  'Not one number: the model of chance moves it by .03 to .4 on the same data, so name the model, the seed and the number of samples. Slow for many units and coders.';

export const usualWeights: Weights = { alpha: 1, beta: 1, deltaEmpty: 1 };

export type GammaChoices = {
  readonly weights: Weights;
  readonly model: ChanceModel;
  readonly samples: number;
  readonly seed: number;
};

/** One minus the observed disorder over the mean disorder of random continua. The same seed gives the same number. */
export function gamma(continuum: Continuum, { weights, model, samples, seed }: GammaChoices): Estimate {
  const observed = disorder(continuum, weights);
  if (observed.value === null) return observed;
  const next = chanceContinua(continuum, model, randomFrom(seed));
  let sum = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const expected = disorder(next(), weights);
    if (expected.value === null) return expected;
    sum += expected.value;
  }
  return sum === 0 ? because('noVariation') : { value: 1 - observed.value / (sum / samples) };
}
