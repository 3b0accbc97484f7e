import { Loader } from '@mantine/core';
import classes from './report.module.css';
import { counted } from './words';

/** Shown while a report is counted. */
export function Counting({ documents }: { documents: number }) {
  return (
    <p className={classes.waiting} role="status">
      <Loader size="sm" aria-hidden /> Counting {counted(documents, ['document', 'documents'])}, and resampling them 2,000 times for the intervals…
    </p>
  );
}
