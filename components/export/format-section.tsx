'use client';

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { flavours, type Flavour, type FormatDescription } from '@/lib/interchange';
import { Columns } from './columns';
import { Download } from './download';
import classes from './export.module.css';
import { useTaking } from './use-taking';

type Props = {
  projectId: string;
  format: FormatDescription;
  query: string;
  /** How many codings the file is to hold, where that is known. */
  codings: number | null;
};

/** One format: what it is for, what it leaves behind, what stands in its columns, and the way to take it. */
export function FormatSection({ projectId, format, query, codings }: Props) {
  const { name, title, extension, purpose, loses, columns } = format;
  const { taken, take, follow, forget } = useTaking();
  const wanted = (flavour: Flavour) => ({
    address: `/api/projects/${projectId}/export/${name}.${extension}?${withFlavour(query, flavour)}`,
    title: `${title.toLowerCase()} as ${label(extension, flavour)}`,
    of: codings,
  });
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
              href={wanted(flavour).address}
              download
              onClick={(event) => follow(event, wanted(flavour))}
              size="xs"
              fullWidth
              variant={flavour === 'exact' && format.filtered ? 'filled' : 'default'}
              leftSection={<IconDownload size={15} aria-hidden />}
              aria-label={`Download ${wanted(flavour).title}`}
            >
              {label(extension, flavour)}
            </Button>
          </li>
        ))}
      </ul>
      {taken.map((each) => (
        <Download
          key={each.id}
          projectId={projectId}
          taken={each}
          again={() => (forget(each.id), take(each))}
          close={() => forget(each.id)}
        />
      ))}
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
