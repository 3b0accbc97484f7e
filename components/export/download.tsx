'use client';

import { Button, Loader, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useDownload } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Fault } from '@/components/ui/fault';
import { Note } from '@/components/ui/note';
import { post, sentenceOf } from '@/components/ui/post';
import { progressBeatMs, type DownloadProgress } from '@/lib/interchange';
import { downloadInWords, sizeInWords } from './download-in-words';
import classes from './export.module.css';

/** A download that was begun on this page; `of` is how many codings it is to hold, where that is known. */
export type Taken = { id: string; address: string; title: string; of: number | null };

type Props = { projectId: string; taken: Taken; again: () => void; close: () => void };

/** How far a download is. It goes on by itself, in the hands of the browser, also when the page is left. */
export function Download({ projectId, taken: { id, title, of }, again, close }: Props) {
  const progress = useDownload(id);
  const { tone, sentence } = downloadInWords(progress, useIsSilent(progress));
  const [fault, setFault] = useState<string | null>(null);
  const stop = () =>
    post(`/api/projects/${projectId}/export/stop`, { download: id }).catch((error) => setFault(sentenceOf(error)));
  return (
    <section className={classes.download} aria-label={`Download of ${title}`}>
      {tone === 'fault' ? (
        <Note tone="fault">{sentence}</Note>
      ) : (
        <p role="status">
          {tone === 'going' && <Loader size={14} aria-hidden />}
          {sentence}
        </p>
      )}
      {tone === 'going' && <HowFar progress={progress} of={of} />}
      <Fault sentence={fault} />
      <div className={classes.ways}>
        {tone === 'going' && (
          <Button size="compact-sm" variant="default" onClick={stop}>
            Cancel the download
          </Button>
        )}
        {tone === 'fault' && (
          <Button size="compact-sm" variant="default" onClick={again}>
            Try again
          </Button>
        )}
        {tone !== 'going' && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={close}>
            Close
          </Button>
        )}
      </div>
    </section>
  );
}

function HowFar({ progress, of }: { progress: DownloadProgress | null; of: number | null }) {
  const { codings = 0, bytes = 0 } = progress ?? {};
  return (
    <>
      <p className={classes.quiet}>
        {of ? `${codings.toLocaleString('en')} of ${counted(of, 'coding')}, ` : ''}
        {sizeInWords(bytes)}
      </p>
      {of ? <Progress value={Math.min(100, (100 * codings) / of)} aria-label="How far the download is" /> : null}
    </>
  );
}

const silentMs = 5 * progressBeatMs;

/** True once nothing new was heard for so long that whoever writes the file must have been lost. */
function useIsSilent(heard: DownloadProgress | null): boolean {
  const [last, setLast] = useState<DownloadProgress | null | undefined>();
  useEffect(() => {
    const timer = setTimeout(() => setLast(heard), silentMs);
    return () => clearTimeout(timer);
  }, [heard]);
  return last === heard;
}
