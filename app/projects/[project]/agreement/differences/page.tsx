import Link from 'next/link';
import { readDifferences, readScope } from '@/app/_server/agreement';
import { leavingSignal } from '@/app/_server/leaving';
import { requireMember } from '@/app/_server/session';
import { queryOf, readChoices, type SearchParams } from '@/components/agreement/choices';
import { ChoicesForm } from '@/components/agreement/choices-form';
import { DifferenceList } from '@/components/agreement/difference-list';
import { counted } from '@/components/agreement/refused';
import classes from '@/components/agreement/report.module.css';

export const metadata = { title: 'Differences' };

type Props = { params: Promise<{ project: string }>; searchParams: Promise<SearchParams> };

export default async function DifferencesPage({ params, searchParams }: Props) {
  const { project } = await params;
  const asked = await searchParams;
  const by = await requireMember(project);
  const choices = readChoices(asked);
  const scope = await readScope(by, choices);
  const code = scope.codes.find(({ id }) => id === asked.code)?.id ?? null;
  const ask = { by, scope, asked: choices, codeId: code, page: Number(asked.page) || 1 };
  const report = `/projects/${project}/agreement`;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Differences</h1>
        <Link className={classes.link} href={report + queryOf(choices)}>Back to the numbers</Link>
      </header>
      <ChoicesForm scope={scope} choices={choices} about={{ label: 'Differences about', id: code }} />
      {counted(readDifferences(ask, leavingSignal()), (found) => (
        <DifferenceList
          found={found}
          scope={scope}
          projectId={project}
          unit={choices.unit}
          linkTo={(page) => `${report}/differences${queryOf(choices, { code, page: String(page) })}`}
        />
      ))}
    </div>
  );
}
