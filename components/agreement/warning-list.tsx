import type { Report } from '@/lib/agreement';
import classes from './report.module.css';

const kinds = {
  'few-positives': 'Too rare to judge',
  'wide-interval': 'Wide intervals',
  'prevalence-paradox': 'Prevalence paradox',
  'one-category': 'One answer only',
  'few-documents': 'Few documents',
  'character-level': 'Characters',
} as const;

/** What has to be known before the numbers are trusted, in words. */
export function WarningList({ report: { warnings } }: { report: Report }) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">Before you trust a number</h2>
      <dl className={classes.warnings}>
        {[...Map.groupBy(warnings, ({ kind }) => kind)].map(([kind, group]) => (
          <div key={kind}>
            <dt>{kinds[kind]}</dt>
            {group.map(({ sentence }) => <dd key={sentence}>{sentence}</dd>)}
          </div>
        ))}
      </dl>
    </section>
  );
}
