import type { Report, Warning } from '@/lib/agreement';
import { enoughPositives, widestUseful } from '@/lib/agreement/warnings';
import classes from './report.module.css';
import type { Scope } from './scope';
import { listed } from '@/components/ui/listed';

/** For warnings of single codes: what they have in common. The code's own row says the rest. */
const common: Partial<Record<Warning['kind'], string>> = {
  'few-positives': `Given fewer than ${enoughPositives} times, so agreement on them is mostly noise:`,
  'wide-interval': `Intervals wider than ${widestUseful} say little; code more documents twice for:`,
  'prevalence-paradox': 'Coders agree on most units, yet alpha is low because one answer is so common. Read AC1 and positive agreement beside it for:',
  'one-category': 'Every decision was the same, so agreement beyond chance is undefined for:',
};

/** What has to be known before the numbers are trusted, in words. */
export function WarningList({ report: { warnings }, scope }: { report: Report; scope: Scope }) {
  if (warnings.length === 0) return null;
  const names = new Map(scope.codes.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">Before you trust a number</h2>
      <ul className={classes.plain}>
        {[...Map.groupBy(warnings, ({ kind }) => kind)].map(([kind, group]) => (
          <li key={kind}>{common[kind] ? `${common[kind]} ${named(group, names)}.` : group.map(({ sentence }) => sentence).join(' ')}</li>
        ))}
      </ul>
    </section>
  );
}

function named(group: readonly Warning[], names: ReadonlyMap<string, string>): string {
  return listed(group.map(({ codeId }) => `“${names.get(codeId ?? '') ?? ''}”`));
}
