import type { ReactNode } from 'react';
import type { Report } from '@/lib/agreement';
import type { AskedChoices } from './choices';
import { bandSource } from './band';
import { CodesTable } from './codes-table';
import { DocumentsTable } from './documents-table';
import { LeftOutList } from './left-out';
import { Method } from './method';
import { Overall } from './overall';
import { PairMatrix } from './pair-matrix';
import type { PairedCode, PairLine } from './pair-sheets';
import classes from './report.module.css';
import type { Scope } from './scope';
import { countingCoders, summaryOf } from './summary';
import { WarningList } from './warning-list';

/** Where the numbers lead: to the units behind them, for all codes, one code, or one document; and to every other coefficient. */
export type Links = { all: string; code: (codeId: string) => string; document: (documentId: string) => string; every: (codeId: string | null) => string };

type Props = {
  report: Report;
  at: string;
  asked: AskedChoices;
  scope: Scope;
  sealed: Scope['sealed'];
  links: Links;
  /** Sections that are counted by themselves and come when they are ready. */
  groups: ReactNode;
  trend: ReactNode;
};

/** The whole report, from what can be read aloud down to the fine print. */
export function ReportView({ report, at, asked, scope, sealed, links, groups, trend }: Props) {
  const coders = countingCoders(report, scope);
  return (
    <div className={classes.report}>
      <section aria-labelledby="summary">
        <h2 id="summary">In words</h2>
        <p className={classes.summary}>{summaryOf(report, scope).join(' ')}</p>
        <Overall report={report} every={links.every(null)} />
      </section>
      <section aria-labelledby="codes">
        <h2 id="codes">By code</h2>
        <CodesTable report={report} scope={scope} links={links} />
        <p className={classes.quiet}>
          Open a code for the counts and formulas behind its numbers. † Read its warning first. Bands are those of {bandSource}: reliable from .800,
          tentative from .667.
        </p>
      </section>
      <section aria-labelledby="pairs">
        <h2 id="pairs">By pair of coders</h2>
        <PairMatrix coders={coders.map(({ id, name }) => ({ id, name }))} pairs={report.pairs.map(lineOf)} codes={pairedCodes(report, links)} unit={report.choices.unit} to={links.all} />
      </section>
      {groups}
      <section aria-labelledby="documents">
        <h2 id="documents">By document</h2>
        <DocumentsTable report={report} scope={scope} linkTo={links.document} />
      </section>
      {trend}
      <WarningList report={report} scope={scope} />
      <section aria-labelledby="left-out">
        <h2 id="left-out">Left out</h2>
        <LeftOutList report={report} scope={scope} sealed={sealed} />
      </section>
      <section aria-labelledby="method">
        <h2 id="method">How these numbers are made</h2>
        <Method report={report} scope={scope} at={at} asked={asked} />
      </section>
    </div>
  );
}

function lineOf({ a, b, n, documents, cohenMean, alpha, percent }: Report['pairs'][number]): PairLine {
  return { a, b, n, documents, cohenMean, alpha: alpha.value, because: alpha.because, same: percent.value, filled: alpha.explain.filled };
}

function pairedCodes({ codes }: Report, links: Links): PairedCode[] {
  return codes.map(({ codeId, name, pairs }) => ({ codeId, name, pairs, to: links.code(codeId) }));
}
