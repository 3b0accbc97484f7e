'use client';

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { flavours, type Flavour, type Format } from '@/lib/interchange';
import { Columns } from './columns';
import classes from './export.module.css';

type Props = { format: Format; address: string; query: string };

/** One format: what it is for, what it leaves behind, what stands in its columns, and the way to take it. */
export function FormatSection({ format, address, query }: Props) {
  const { name, title, extension, purpose, loses } = format;
  return (
    <article className={classes.format} aria-labelledby={`format-${name}`}>
      <div>
        <h3 id={`format-${name}`}>
          {title} <code>{`${name}.${extension}`}</code>
        </h3>
        <p>{purpose}</p>
        <p className={classes.quiet}>Not in it: {loses.join(', ')}.</p>
        <Columns format={format} />
      </div>
      <ul className={classes.downloads}>
        {flavours.map((flavour) => (
          <li key={flavour}>
            <Button
              component="a"
              href={`${address}/${name}.${extension}?${withFlavour(query, flavour)}`}
              download
              size="xs"
              fullWidth
              justify="start"
              variant={flavour === 'exact' && format.filtered ? 'filled' : 'default'}
              leftSection={<IconDownload size={15} aria-hidden />}
              aria-label={`Download ${title.toLowerCase()} as ${flavourNames[flavour].label}`}
            >
              {flavourNames[flavour].label}
            </Button>
            <small>{flavourNames[flavour].use}</small>
          </li>
        ))}
      </ul>
    </article>
  );
}

const flavourNames: Record<Flavour, { label: string; use: string }> = {
  exact: { label: 'CSV', use: 'R, Python, archives: nothing altered' },
  excel: { label: 'CSV for Excel', use: 'cells like formulas get an apostrophe' },
};

function withFlavour(query: string, flavour: Flavour): string {
  return query ? `${query}&flavour=${flavour}` : `flavour=${flavour}`;
}
