import Link from 'next/link';
import steps from '@/components/ui/steps.module.css';
import type { Difference, Level } from '@/lib/agreement';
import type { Coding } from '@/lib/codings';
import { DifferenceItem } from './difference-item';
import classes from './differences.module.css';
import type { Scope } from './scope';
import { Stepper } from './stepper';
import { count, counted, unitWords } from './words';

/** A difference with the text around it and everything that the coders concerned put on the unit. */
export type Shown = { difference: Difference; text: string; codings: Coding[] };
/** `hidden` are differences in documents that were deleted since: counted, and not shown. */
export type DifferencePage = { total: number; units: number; page: number; pages: number; first: number; hidden: number; shown: Shown[] };

type Props = { found: DifferencePage; scope: Scope; projectId: string; unit: Level; linkTo: (page: number) => string };

/** The units on which coders differ, in text order under their documents; J and K step through them. */
export function DifferenceList({ found, scope, projectId, unit, linkTo }: Props) {
  const documents = new Map(scope.documents.map((document) => [document.id, document]));
  const numbered = found.shown.map((shown, index) => ({ ...shown, number: found.first + index }));
  return (
    <>
      <p className={classes.lead}>
        {counted(found.total, ['difference', 'differences'])} on {counted(found.units, places(unit))}.
        {found.hidden > 0 && ` ${count(found.hidden)} more lie in documents that were deleted since.`}
      </p>
      <Stepper total={found.total} first={found.first}>
        {[...Map.groupBy(numbered, ({ difference }) => difference.documentId)].map(([documentId, group]) => (
          <section key={documentId} className={classes.document}>
            <h2 dir="auto">{documents.get(documentId)?.title}</h2>
            <ol className={steps.list}>
              {group.map((each) => (
                <DifferenceItem key={each.number} {...each} scope={scope} projectId={projectId} language={documents.get(documentId)?.language ?? null} />
              ))}
            </ol>
          </section>
        ))}
      </Stepper>
      {found.pages > 1 && <Pages page={found.page} pages={found.pages} linkTo={linkTo} />}
    </>
  );
}

/** At the level of characters neighbours with the same answer are listed together. */
function places(unit: Level): readonly [string, string] {
  return unit === 'char' || unit === 'charNonSpace' ? ['stretch of text', 'stretches of text'] : unitWords[unit];
}

function Pages({ page, pages, linkTo }: { page: number; pages: number; linkTo: (page: number) => string }) {
  return (
    <nav className={classes.pages} aria-label="Pages of differences">
      {page > 1 && <Link href={linkTo(page - 1)}>Previous page</Link>}
      <span>
        Page {count(page)} of {count(pages)}
      </span>
      {page < pages && <Link href={linkTo(page + 1)}>Next page</Link>}
    </nav>
  );
}
