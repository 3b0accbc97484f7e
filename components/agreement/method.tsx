import type { Coefficient, Report } from '@/lib/agreement';
import {
  alphaMasi,
  alphaNominal,
  cohenKappa,
  gwetAC1,
  negativeAgreement,
  percentAgreement,
  positiveAgreement,
} from '@/lib/agreement/coefficients';
import type { Scope, ScopeRound } from './scope';
import classes from './report.module.css';
import { count, ruleSentences, unitWords } from './words';

/** The coefficients on this page, in the order in which they appear. */
const shown = [alphaMasi, alphaNominal, percentAgreement, gwetAC1, positiveAgreement, negativeAgreement, cohenKappa];

/** How the numbers came about, and what each one is, with its source and when it misleads. */
export function Method({ report, scope, at, round }: { report: Report; scope: Scope; at: string; round: ScopeRound | null }) {
  const { unit, rule, rollUp, seed, replicates } = report.choices;
  return (
    <div className={classes.method}>
      <p>
        Each code, {unitWords[unit][0]} and coder is one yes or no; a {unitWords[unit][0]} {ruleSentences[rule]}.{' '}
        {rollUp ? 'A child code counts as its parents too.' : 'Each code counts by itself.'} Only a coder who marked a document as
        finished counts in it. Units of all documents are pooled. Intervals are percentiles of {count(replicates)} resamples, seed {seed}.
        {round && `Codings and finished marks are those of the moment when the round “${round.title}” closed, ${minute(round.closedAt)}. `}
        Codebook version {scope.codebookVersion}, counted {minute(at)}.
      </p>
      <p>
        The lines at .667 and .800 are Krippendorff’s (Content Analysis, 2019, ch. 12): rely on data at .800 and above, draw tentative
        conclusions from .667. Judge by the lower end of the interval. They are conventions, no laws.
      </p>
      <dl className={classes.sources}>{shown.map((each) => <Source key={each.name} coefficient={each} />)}</dl>
    </div>
  );
}

function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

function Source({ coefficient: { title, citation, limits } }: { coefficient: Coefficient }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {limits} <cite>{citation}</cite>
      </dd>
    </div>
  );
}
