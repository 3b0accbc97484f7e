import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '@/components/ui/counted';
import type { Direction } from '@/lib/documents';
import { content, type Block } from '@/lib/text';
import type { ReadAnswer } from './draft';
import classes from './drafts.module.css';

type Props = { read: ReadAnswer; direction: Direction; language: string | null };

/** The words as they will be stored, each block with its kind: what a person checks before adding a document. */
export function BlocksPreview({ read: { text, blocks }, direction, language }: Props) {
  const [shown, setShown] = useState(first);
  const left = blocks.length - shown;
  return (
    <>
      <ol
        className={classes.preview}
        aria-label="How it was read"
        tabIndex={0}
        dir={direction}
        lang={language ?? undefined}
      >
        {blocks.slice(0, shown).map((block) => (
          <li key={block.start} data-kind={block.kind}>
            <span className={classes.kind} dir="ltr">
              {kindNames[block.kind]}
            </span>
            <span className={classes.words}>{wordsOf(text, block)}</span>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button variant="subtle" size="compact-sm" className={classes.more} onClick={() => setShown(shown + further)}>
          Show more ({counted(left, 'block')} left)
        </Button>
      )}
    </>
  );
}

const first = 12;
const further = 200;
/** A block may be a speech of hours. */
const longest = 2_000;

const kindNames: Record<Block['kind'], string> = {
  heading: 'Heading',
  paragraph: 'Paragraph',
  'list-item': 'List item',
  quote: 'Quote',
  'table-cell': 'Cell',
  'speaker-turn': 'Speaker',
};

function wordsOf(text: string, block: Block): string {
  const said = content(text, block);
  const words = said ? text.slice(said.start, said.end) : '';
  return words.length > longest ? `${words.slice(0, longest)} …` : words;
}
