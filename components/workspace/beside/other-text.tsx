import { Button } from '@mantine/core';
import type { Ref } from 'react';
import { useProject } from '@/components/project/provider';
import { Reader, type ReaderHandle } from '@/components/reader';
import { Note } from '@/components/ui/note';
import type { DocumentSummary, Side } from '@/lib/documents';
import classes from './beside.module.css';
import type { Loading } from './use-other-text';

type Props = {
  loading: Loading;
  document: DocumentSummary;
  side: Side;
  active: string | null;
  onActive: (id: string | null) => void;
  onKey: (event: KeyboardEvent) => boolean;
  ref: Ref<ReaderHandle>;
};

/** The text of the other side, to read. */
export function OtherText({ loading, document, side, active, onActive, onKey, ref }: Props) {
  const { codings, codes, members } = useProject();
  const { other, fault, again } = loading;
  if (fault && !other)
    return (
      <Note tone="fault">
        {fault}{' '}
        <Button size="compact-xs" variant="default" onClick={again}>
          Try again
        </Button>
      </Note>
    );
  if (!other) return <p className={classes.waiting}>Fetching the {side}…</p>;
  return (
    <Reader
      {...{ codings, codes, active, onActive, onKey, ref }}
      documentId={document.id}
      text={other.text}
      blocks={other.blocks}
      direction={document.direction}
      language={document.language}
      coders={members}
      viewerId={nobody}
      onSelection={nothing}
      onResize={nothing}
      label={`${side === 'original' ? 'Original' : 'Translation'}: ${document.title}`}
      called={side}
    />
  );
}

/** Here nothing is anybody's own to move: this side is read. */
const nobody = '';

function nothing(): void {}
