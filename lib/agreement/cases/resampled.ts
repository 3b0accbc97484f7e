import { resampleAlpha } from '../bootstrap';
import { nominal } from '../distances';
import { chanceModels } from '../gamma/chance';
import { gamma } from '../gamma/gamma';
import { coincidenceBootstrap } from '../krippendorff-bootstrap';
import type { Answer } from './answer';
import type { ContinuumCase } from './continuum-case';
import type { MatrixCase } from './matrix-case';

const seed = 1;

/** Bootstrap intervals of nominal alpha: units resampled, and Krippendorff's own. Absent where alpha has no value. */
export function resampledMatrix({ table, setValued }: MatrixCase): Answer['measures'] {
  if (setValued) return {};
  const units = resampleAlpha([table], nominal, { seed, replicates: 20_000 });
  const coincidence = coincidenceBootstrap(table, { seed, replicates: 20_000 });
  return {
    ...(units ? { 'krippendorffAlpha.nominal.bootstrapUnits.ci95': [units.low, units.high] } : {}),
    ...(coincidence
      ? { 'krippendorffAlpha.nominal.bootstrapKrippendorff2013.ci95': [coincidence.low, coincidence.high] }
      : {}),
  };
}

/** Gamma under each model of chance, where the case gives gamma's parameters. Absent where it has no value. */
export function resampledContinuum({ continuum, parameters }: ContinuumCase): Answer['measures'] {
  if (!parameters) return {};
  return Object.fromEntries(
    chanceModels.flatMap((model) => {
      const { value } = gamma(continuum, { weights: parameters, model, samples: 400, seed });
      return value === null ? [] : [[`gamma.${model}Sampler`, value]];
    }),
  );
}
