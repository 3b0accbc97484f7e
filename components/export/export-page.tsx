'use client';

import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { everything, selectionQuery, type FormatDescription } from '@/lib/interchange';
import { Count } from './count';
import classes from './export.module.css';
import { FormatSection } from './format-section';
import { SealNote } from './seal-note';
import { SelectionForm } from './selection-form';
import { Snippets } from './snippets';
import { useCount } from './use-count';

/** What can be taken away from the project, what each file is for, and what it leaves behind. */
export function ExportPage({ projectId, formats }: { projectId: string; formats: FormatDescription[] }) {
  const [selection, select] = useState(everything);
  const query = selectionQuery(selection).toString();
  const count = useCount(projectId, query);
  return (
    <div className={classes.page}>
      <header>
        <h1>Export</h1>
        <p className={classes.lead}>
          Your codings leave as plain tables that R, Python and spreadsheets read. Every coding comes with its quote, a
          line to cite it by and its place in the text.
        </p>
      </header>
      <SealNote />
      <section aria-labelledby="selection">
        <h2 id="selection">Which codings</h2>
        <SelectionForm selection={selection} select={select} />
        <Count count={count} />
      </section>
      <section aria-labelledby="files">
        <h2 id="files">Files</h2>
        <p className={classes.quiet}>
          CSV alters nothing and is meant for R, Python and archives. CSV for Excel also begins with the mark that tells
          Excel the encoding, and puts an apostrophe before cells that a spreadsheet would run as a formula, such as a
          quote that begins with a dash.
        </p>
        <div className={classes.formats}>
          {formats.map((format) => (
            <FormatSection
              key={`${format.name}.${format.extension}`}
              projectId={projectId}
              format={format}
              query={format.filtered ? query : ''}
              codings={format.filtered && !count.waiting ? (count.counted?.codings ?? null) : null}
            />
          ))}
        </div>
      </section>
      <section aria-labelledby="reading">
        <h2 id="reading">Reading it in R and Python</h2>
        <Snippets />
        <p className={classes.quiet}>
          A script can also fetch these files by itself, with a token that you make on your{' '}
          <Anchor underline="always" component={Link} href="/account#tokens" inherit>
            Account page
          </Anchor>
          : from <code>/api/v1/projects/{projectId}/exports/</code> and the name of the file.
        </p>
      </section>
    </div>
  );
}
