import { decimal, percent } from '@/components/agreement/words';
import { counted } from '@/components/ui/counted';
import { Section } from '@/components/ui/page';
import type { Figure } from '@/lib/agreement';
import classes from './adjudication.module.css';
import type { Against, Queue } from './queue';

/** How far each coder is from the consensus, on the documents that are settled. */
export function AgainstTable({ against, documents }: { against: Against[]; documents: Queue['documents'] }) {
  const lead = `Counted by sentence on ${documents.settled} of ${counted(documents.compared, 'document')}: those on which nothing is left to settle. What all coders agree on belongs to the consensus. A coder whose codings were accepted is close to it for that reason alone.`;
  return (
    <Section title="Each coder against the consensus" lead={lead}>
      <div className={classes.scroll} role="region" aria-label="Each coder against the consensus" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Coder</th>
              <th scope="col">Documents</th>
              <th scope="col">Sentences</th>
              <th scope="col">Alpha, all codes (MASI)</th>
              <th scope="col">Percent</th>
              <th scope="col">F1 of passages</th>
            </tr>
          </thead>
          <tbody>
            {against.map((each) => (
              <tr key={each.letter}>
                <th scope="row">{each.name ?? `Coder ${each.letter}`}</th>
                <td>{each.documents}</td>
                <td>{each.units.toLocaleString('en')}</td>
                <td>{shown(each.alpha, decimal)}</td>
                <td>{shown(each.percent, percent)}</td>
                <td>{each.f1 === null ? 'Neither marked any passage.' : decimal(each.f1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.quiet}>
        F1 counts passages of the same code that overlap by at least half; it is not corrected for chance.
      </p>
    </Section>
  );
}

function shown({ value, because }: Figure, write: (value: number) => string): string {
  return value === null ? (because ?? '') : write(value);
}
