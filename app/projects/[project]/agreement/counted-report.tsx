import { Suspense } from 'react';
import { countAgreement } from '@/app/_server/agreement';
import type { Ask, Counted } from '@/app/_server/counting/tasks';
import { leavingSignal } from '@/app/_server/leaving';
import { queryOf } from '@/components/agreement/choices';
import { splitting } from '@/components/agreement/groups';
import { GroupsWaiting } from '@/components/agreement/groups-view';
import { NothingYet } from '@/components/agreement/nothing-yet';
import { counted } from '@/components/agreement/refused';
import { ReportView } from '@/components/agreement/report-view';
import { sealedAsked } from '@/components/agreement/scope';
import { CountedGroups } from './counted-groups';
import { CountedTrend } from './counted-trend';

/** The part of the page that takes a while. */
export function CountedReport({ ask }: { ask: Ask }) {
  return counted(countAgreement(ask, leavingSignal()), (answer) => <Shown ask={ask} {...answer} />);
}

function Shown({ ask, report, at }: { ask: Ask } & Counted) {
  const { by, scope, asked } = ask;
  const sealed = sealedAsked(scope, asked);
  if (report.overall.pairableUnits === 0) return <NothingYet report={report} scope={scope} sealed={sealed} />;
  const base = `/projects/${by.projectId}/agreement`;
  const links = {
    all: `${base}/differences${queryOf(asked)}`,
    code: (code: string) => `${base}/differences${queryOf(asked, { code })}`,
    every: (code: string | null) => `${base}/coefficients${queryOf(asked, { code })}`,
    document: (documentId: string) => `${base}/differences${queryOf({ ...asked, documents: [documentId] })}`,
  };
  const groups = (
    <Suspense fallback={<GroupsWaiting coders={scope.coders.length} />}>
      <CountedGroups ask={ask} splitting={splitting(scope)} />
    </Suspense>
  );
  const trend = scope.rounds.length > 0 && (
    <Suspense fallback={null}>
      <CountedTrend ask={ask} />
    </Suspense>
  );
  return <ReportView report={report} at={at} asked={asked} scope={scope} sealed={sealed} links={links} groups={groups} trend={trend} />;
}
