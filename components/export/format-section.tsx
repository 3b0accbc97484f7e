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
              {...(flavour === 'exact' && format.filtered
                ? { variant: 'filled', color: 'teal.9' }
                : { variant: 'default' })}
              leftSection={<IconDownload size={15} aria-hidden />}
              aria-label={`Download ${title.toLowerCase()} as ${labels[flavour]}`}
            >
              {labels[flavour]}
            </Button>
          </li>
        ))}
      </ul>
    </article>
  );
}

const labels: Record<Flavour, string> = { exact: 'CSV', excel: 'CSV for Excel' };

function withFlavour(query: string, flavour: Flavour): string {
  return query ? `${query}&flavour=${flavour}` : `flavour=${flavour}`;
}
