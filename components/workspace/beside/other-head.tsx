import { ActionIcon, Anchor, Button, Tooltip } from '@mantine/core';
import { IconArrowsJoin2, IconX } from '@tabler/icons-react';
import Link from 'next/link';
import { useProject } from '@/components/project/provider';
import type { DocumentSummary, Side } from '@/lib/documents';
import { languageName } from '../language-name';
import classes from './beside.module.css';

type Props = {
  document: DocumentSummary;
  side: Side;
  isCorrecting: boolean;
  /** Begins or ends correcting; null for those who may not. */
  correct: (() => void) | null;
  close: () => void;
};

/** Which text stands beside, and what can be done there. */
export function OtherHead({ document, side, isCorrecting, correct, close }: Props) {
  const { project } = useProject();
  const language = document.language ? `, ${languageName(document.language)}` : '';
  return (
    <header className={classes.head}>
      <div className={classes.name}>
        <span className={classes.what}>
          {side === 'original' ? 'Original' : 'Translation'}
          {language}
        </span>
        <Anchor
          component={Link}
          href={`/projects/${project.id}/documents/${document.id}`}
          c="inherit"
          dir={document.direction}
          lang={document.language ?? undefined}
        >
          {document.title}
        </Anchor>
      </div>
      {correct && (
        <Tooltip label="Say which paragraphs belong together" openDelay={400}>
          <Button
            size="compact-xs"
            variant={isCorrecting ? 'filled' : 'default'}
            aria-pressed={isCorrecting}
            leftSection={<IconArrowsJoin2 size={14} aria-hidden />}
            onClick={correct}
          >
            Correct
          </Button>
        </Tooltip>
      )}
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Close the ${side}`} onClick={close}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </header>
  );
}
