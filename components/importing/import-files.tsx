'use client';

import { Loader, Progress } from '@mantine/core';
import { counted } from '@/components/ui/counted';
import { DropArea } from '@/components/ui/drop-area';
import { Fault } from '@/components/ui/fault';
import classes from './importing.module.css';
import { LookAtImport } from './look-at-import';
import { WhatCameIn } from './what-came-in';
import { useImport } from './use-import';

type Props = {
  /** Null where the file becomes a project of its own. */
  projectId: string | null;
  formats: { title: string; extension: string }[];
};

/** From choosing a file to what came in: nothing is stored before somebody has looked at it. */
export function ImportFiles({ projectId, formats }: Props) {
  const { stage, fault, read, land, begin } = useImport(projectId);
  return (
    <div className={classes.stages}>
      <Fault sentence={fault} />
      {stage.at === 'choosing' && (
        <>
          <DropArea
            label="Drop a project file here, or choose it"
            hint="One file, or several that belong together (texts with their annotations); up to 200 MB"
            accept=""
            onFiles={(files) => void read(files)}
          />
          <section aria-labelledby="readable">
            <h2 id="readable">What can be read</h2>
            <ul className={classes.formats}>
              {formats.map(({ title, extension }) => (
                <li key={title}>
                  {title} <code>.{extension}</code>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {stage.at === 'reading' && (
        <p role="status" className={classes.waiting}>
          <Loader size={18} aria-hidden /> Reading{' '}
          {stage.files.length === 1 ? stage.files[0]!.name : `${stage.files.length} files`}…
        </p>
      )}
      {stage.at === 'looking' && (
        <LookAtImport
          preview={stage.preview}
          isNew={projectId === null}
          cancel={begin}
          land={(choices) => void land(stage, choices)}
        />
      )}
      {stage.at === 'landing' && (
        <div className={classes.landing}>
          <p role="status">
            Bringing in {counted(stage.done, 'coding')} of {stage.of.toLocaleString('en')}…
          </p>
          <Progress value={stage.of === 0 ? 100 : (100 * stage.done) / stage.of} aria-label="How far the import is" />
          <p className={classes.quiet}>It comes in whole or not at all. You may leave this page; it goes on.</p>
        </div>
      )}
      {stage.at === 'landed' && <WhatCameIn landed={stage.landed} again={begin} />}
    </div>
  );
}
