import { disorder } from '../gamma/disorder';
import { codesIn } from '../unitizing/continuum';
import { olderAlphaOverall, olderAlphas } from '../unitizing/alpha-u-2004';
import { unitizingAlphas } from '../unitizing/u-alpha';
import { ledger } from './answer';
import type { Answer } from './answer';
import type { ContinuumCase } from './continuum-case';

/**
 * Every measure of the README that applies to a continuum. The u-alpha family needs each coder's units to be disjoint, so
 * it is left out where they may overlap; gamma's disorder depends on its parameters, so it is given where they are.
 */
export function answerContinuum({ continuum, overlapping, parameters }: ContinuumCase): Answer {
  const { measures, reasons, estimate } = ledger();
  if (!overlapping) answerUnitizing({ continuum }, estimate);
  const older = olderAlphas(continuum);
  for (const [code, { alpha, observed, expected }] of older) {
    estimate(`alphaU2004[${code}]`, alpha);
    estimate(`alphaU2004.Do[${code}]`, observed);
    estimate(`alphaU2004.De[${code}]`, expected);
  }
  estimate('alphaU2004', olderAlphaOverall(older));
  if (parameters) estimate('gammaObservedDisorder', disorder(continuum, parameters));
  return { measures, pairs: [], spanMatching: [], reasons };
}

function answerUnitizing(
  { continuum }: Pick<ContinuumCase, 'continuum'>,
  estimate: ReturnType<typeof ledger>['estimate'],
): void {
  const family = unitizingAlphas([continuum]);
  estimate('uAlpha', family.uAlpha);
  estimate('uAlphaBinary', family.uAlphaBinary);
  estimate('cuAlpha', family.cuAlpha);
  estimate('cuCoverage', family.cuCoverage);
  for (const code of codesIn([continuum])) {
    const alpha = family.kuAlpha.get(code);
    const coverage = family.kuCoverage.get(code);
    if (alpha) estimate(`kuAlpha[${code}]`, alpha);
    if (coverage) estimate(`kuCoverage[${code}]`, coverage);
  }
}
