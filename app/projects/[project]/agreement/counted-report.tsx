import { countAgreement } from '@/app/_server/agreement';
import { queryOf, type AskedChoices } from '@/components/agreement/choices';
import { NothingYet } from '@/components/agreement/nothing-yet';
import { ReportView } from '@/components/agreement/report-view';
import { sealedAsked, type Scope } from '@/components/agreement/scope';
import type { Membership } from '@/lib/projects/store';

type Props = { by: Membership; scope: Scope; choices: AskedChoices };

/** The part of the page that takes a while. */
export async function CountedReport({ by, scope, choices }: Props) {
  const { report, at } = await countAgreement(by, scope, choices);
  const sealed = sealedAsked(scope, choices);
  if (report.overall.pairableUnits === 0) return <NothingYet report={report} scope={scope} sealed={sealed} />;
  const base = `/projects/${by.projectId}/agreement/differences`;
  const every = `/projects/${by.projectId}/agreement/coefficients`;
  const links = {
    all: base + queryOf(choices),
    code: (code: string) => base + queryOf(choices, { code }),
    every: (code: string | null) => every + queryOf(choices, { code }),
    document: (documentId: string) => base + queryOf({ ...choices, documents: [documentId] }),
  };
  return <ReportView report={report} at={at} round={scope.rounds.find(({ id }) => id === choices.round) ?? null} scope={scope} sealed={sealed} links={links} />;
}
