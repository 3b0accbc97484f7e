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
import type { AskedChoices } from './choices';
import { methodsOf } from './methods';
import classes from './report.module.css';
import type { Scope } from './scope';

/** The coefficients on this page, in the order in which they appear. */
const shown = [alphaMasi, alphaNominal, percentAgreement, gwetAC1, positiveAgreement, negativeAgreement, cohenKappa];

/** How the numbers came about, and what each one is, with its source and when it misleads. */
export function Method({ report, scope, at, asked }: { report: Report; scope: Scope; at: string; asked: AskedChoices }) {
  return (
    <div className={classes.method}>
      <p>{methodsOf(report, scope, { at, asked, project: null })}</p>
      <p>
        The lines at .667 and .800 are Krippendorff’s (Content Analysis, 2019, ch. 12): rely on data at .800 and above, draw tentative
        conclusions from .667. Judge by the lower end of the interval. They are conventions, no laws.
      </p>
      <dl className={classes.sources}>{shown.map((each) => <Source key={each.name} coefficient={each} />)}</dl>
    </div>
  );
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
