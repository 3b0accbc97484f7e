'use client';

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { flavours, type Flavour, type FormatDescription } from '@/lib/interchange';
import { Columns } from './columns';
import classes from './export.module.css';

type Props = { format: FormatDescription; address: string; query: string };

/** One format: what it is for, what it leaves behind, what stands in its columns, and the way to take it. */
export function FormatSection({ format, address, query }: Props) {
  const { name, title, extension, purpose, loses, columns } = format;
  return (
    <article className={classes.format} aria-labelledby={`format-${name}-${extension}`}>
      <div>
        <h3 id={`format-${name}-${extension}`}>
          {title} <code>{`${name}.${extension}`}</code>
        </h3>
        <p>{purpose}</p>
        <p className={classes.quiet}>Not in it: {loses.join(', ')}.</p>
        <Columns columns={columns} />
      </div>
      <ul className={classes.downloads}>
        {(extension === 'csv' ? flavours : (['exact'] as const)).map((flavour) => (
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
              aria-label={`Download ${title.toLowerCase()} as ${label(extension, flavour)}`}
            >
              {label(extension, flavour)}
            </Button>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Only tables come in two flavours. */
function label(extension: string, flavour: Flavour): string {
  return flavour === 'excel' ? 'CSV for Excel' : extension.toUpperCase();
}

function withFlavour(query: string, flavour: Flavour): string {
  return query ? `${query}&flavour=${flavour}` : `flavour=${flavour}`;
}
