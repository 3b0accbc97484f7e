'use client';

import type { Figure } from '@/lib/agreement';
import classes from './code-detail.module.css';
import { Explained } from './explanation';

type Props = { figures: { name: string; figure: Figure; asPercent?: boolean }[] };

/** Some numbers opened to their formulas, side by side. Drawn by the browser, when somebody opens them. */
export function FigureDetails({ figures }: Props) {
  return (
    <div className={classes.detail}>
      <div className={classes.figures}>
        {figures.map((each) => (
          <Explained key={each.name} {...each} />
        ))}
      </div>
    </div>
  );
}
