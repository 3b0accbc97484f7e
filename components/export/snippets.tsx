'use client';

import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './export.module.css';

const snippets = [
  {
    language: 'R',
    code: 'library(readr)\npassages <- read_csv(f, col_types = cols(.default = "c"))\n# the quote again, from the text of row r\n# (R counts from 1)\nsubstr(text, as.integer(r$start_cp) + 1, as.integer(r$end_cp))',
  },
  {
    language: 'Python',
    code: 'import pandas\npassages = pandas.read_csv(\n    f, dtype=str, keep_default_na=False)\n# the quote again, from the text of row r\ntext[int(r.start_cp):int(r.end_cp)]',
  },
];

/** Ways to read the tables that guess no types: guessing turns NA, 007 and 1e5 into something else. */
export function Snippets() {
  return (
    <>
      <p className={classes.quiet}>
        f is the path of the file you saved. Read every column as text and turn into numbers and dates what you need:
        programs that guess take a speaker named NA for a missing value. fread of data.table leaves doubled quotation
        marks inside quotes.
      </p>
      <div className={classes.snippets}>
        {snippets.map(({ language, code }) => (
          <figure key={language}>
            <figcaption>
              {language}
              <CopyButton value={code}>
                {({ copied, copy }) => (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={copy}
                    leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
                    aria-label={copied ? `Copied the ${language} lines` : `Copy the ${language} lines`}
                  >
                    {copied ? 'Copied' : 'Copy'}
                  </Button>
                )}
              </CopyButton>
            </figcaption>
            <pre tabIndex={0}>{code}</pre>
          </figure>
        ))}
      </div>
    </>
  );
}
