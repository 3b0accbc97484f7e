import { Suspense } from 'react';
import { readScope } from '@/app/_server/agreement';
import { requireMember } from '@/app/_server/session';
import { queryOf, readChoices, type SearchParams } from '@/components/agreement/choices';
import { ChoicesForm } from '@/components/agreement/choices-form';
import { Counting } from '@/components/agreement/counting';
import { PageActions } from '@/components/agreement/page-actions';
import classes from '@/components/agreement/report.module.css';
import { CountedReport } from './counted-report';

export const metadata = { title: 'Agreement' };

type Props = { params: Promise<{ project: string }>; searchParams: Promise<SearchParams> };

export default async function AgreementPage({ params, searchParams }: Props) {
  const by = await requireMember((await params).project);
  const asked = readChoices(await searchParams);
  const scope = await readScope(by, asked);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Agreement</h1>
        <PageActions appendix={`/api/projects/${by.projectId}/agreement/appendix${queryOf(asked)}`} />
      </header>
      <ChoicesForm scope={scope} choices={asked} />
      <Suspense fallback={<Counting documents={scope.documents.length} />}>
        <CountedReport ask={{ by, scope, asked }} />
      </Suspense>
    </div>
  );
}
