import type { Report } from '@/lib/agreement';
import { LeftOutList } from './left-out';
import classes from './report.module.css';
import type { Scope } from './scope';

/** Why there is no number yet, and what would make one. */
export function NothingYet({ report, scope, sealed }: { report: Report; scope: Scope; sealed: Scope['sealed'] }) {
  return (
    <div className={classes.report}>
      <section aria-labelledby="nothing">
        <h2 id="nothing">Nothing to compare yet</h2>
        <p className={classes.lead}>
          Agreement begins with a document that two coders have both marked as finished. Until then silence could mean “not there
          yet” as well as “no”. Choose other documents or coders above, or finish coding in the workspace.
        </p>
      </section>
      <section aria-labelledby="left-out">
        <h2 id="left-out">Left out</h2>
        <LeftOutList report={report} scope={scope} sealed={sealed} />
      </section>
    </div>
  );
}
