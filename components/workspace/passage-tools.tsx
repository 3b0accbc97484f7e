import { Button, Tooltip } from '@mantine/core';
import { IconArrowsJoin2, IconArrowsSplit2, IconCopyPlus, IconQuote } from '@tabler/icons-react';
import { useMemo } from 'react';
import { touching, type Coding } from '@/lib/codings';
import type { DocumentCodings } from './document-codings';
import classes from './workspace.module.css';
import type { Acts } from './use-coding-acts';
import type { Passage } from './use-passage';
import type { Shaping } from './use-shaping';

type Props = {
  text: string;
  codings: DocumentCodings;
  passage: Passage;
  /** The coding singled out, if it is the viewer's own. */
  own: Coding | undefined;
  acts: Acts;
  shaping: Shaping;
  codeAll: () => void;
};

/** What can be done with the selected words or with one's own coding, beyond putting a code on it. Keys do the same. */
export function PassageTools({ text, codings, passage, own, acts, shaping, codeAll }: Props) {
  const run = useMemo(() => (own ? touching(text, own, codings.index.all()) : []), [text, own, codings]);
  const isInside = own !== undefined && own.start < passage.caret && passage.caret < own.end;
  const tools = [
    passage.selection &&
      acts.inVivo && {
        label: 'In vivo',
        meaning: 'Make a code of the selected words and put it on them (Shift+I)',
        Icon: IconQuote,
        act: () => acts.inVivo?.(),
      },
    passage.selection && {
      label: 'Code all…',
      meaning: 'Find these words everywhere in this document and code them all (Shift+A)',
      Icon: IconCopyPlus,
      act: codeAll,
    },
    own &&
      isInside &&
      !passage.selection && {
        label: 'Split',
        meaning: 'Make two codings of this one, cut at the caret (Shift+S)',
        Icon: IconArrowsSplit2,
        act: () => shaping.split(own),
      },
    own &&
      run.length > 1 && {
        label: `Join ${run.length}`,
        meaning: 'Make one coding of this one and those of the same code that touch it (Shift+J)',
        Icon: IconArrowsJoin2,
        act: () => shaping.join(own),
      },
  ].filter((tool) => tool !== null && tool !== undefined && tool !== false);
  if (tools.length === 0) return null;
  return (
    <div className={classes.tools} role="group" aria-label="With this passage">
      {tools.map(({ label, meaning, Icon, act }) => (
        <Tooltip key={label} label={meaning} openDelay={400} multiline maw={260}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Icon size={14} aria-hidden />}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void act()}
          >
            {label}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}
