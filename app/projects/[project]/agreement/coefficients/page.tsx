import Link from 'next/link';
import { readCoefficients, readScope } from '@/app/_server/agreement';
import { leavingSignal } from '@/app/_server/leaving';
import { requireMember } from '@/app/_server/session';
import { BoundariesView } from '@/components/agreement/boundaries-view';
import { queryOf, readChoices, type SearchParams } from '@/components/agreement/choices';
import { ChoicesForm } from '@/components/agreement/choices-form';
import { MeasuredList } from '@/components/agreement/measured-list';
import { counted } from '@/components/agreement/refused';
import classes from '@/components/agreement/report.module.css';

export const metadata = { title: 'Coefficients' };

type Props = { params: Promise<{ project: string }>; searchParams: Promise<SearchParams> };

export default async function CoefficientsPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const by = await requireMember(project);
  const choices = readChoices(asked);
  const scope = await readScope(by, choices);
  const code = scope.codes.find(({ id }) => id === asked.code)?.id ?? null;
  const measures = readCoefficients({ by, scope, asked: choices, codeId: code }, leavingSignal());
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Every coefficient</h1>
        <Link className={classes.link} href={`/projects/${project}/agreement${queryOf(choices)}`}>Back to the numbers</Link>
      </header>
      <ChoicesForm scope={scope} choices={choices} about={{ label: 'Code', id: code }} />
      {counted(measures, ({ measured, boundaries }) => (
        <div className={classes.report}>
          <section aria-labelledby="decisions">
            <h2 id="decisions">Whether a code is there</h2>
            <MeasuredList measured={measured} />
          </section>
          <section aria-labelledby="boundaries">
            <h2 id="boundaries">Where passages begin and end</h2>
            <BoundariesView boundaries={boundaries} scope={scope} codeId={code} />
          </section>
        </div>
      ))}
    </div>
  );
}
