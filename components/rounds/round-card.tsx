import { Badge, Button, Title } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Moment } from '@/components/ui/moment';
import type { Round } from '@/lib/rounds';
import { CloseRound } from './close-round';
import { planInWords } from './plan-in-words';
import { ProgressTable } from './progress-table';
import { standing } from './standing';
import { useRemind } from './use-remind';
import { useRound } from './use-round';
import classes from './rounds.module.css';

type Props = { round: Round; mayRun: boolean; mail: boolean };

export function RoundCard({ round, mayRun, mail }: Props) {
  const { project, codebookVersion, viewerId, attributes } = useProject();
  const remind = useRemind(mail);
  const view = useRound(round, mayRun);
  const [closing, setClosing] = useState(false);
  const open = round.closedAt === null;
  const { finished, of } = view.progress.total;
  const plan = planInWords(round, (key) => [...attributes.values()].find((each) => each.key === key)?.name ?? key);
  return (
    <section className={classes.round} aria-labelledby={`round-${round.id}`}>
      <header className={classes.roundHead}>
        <div className={classes.roundWords}>
          <Title order={2} size="h4" id={`round-${round.id}`} dir="auto">
            {round.title}
          </Title>
          <p className={classes.facts}>
            {counted(round.documentIds.length, 'document')} · {counted(round.coderIds.length, 'coder')} · codebook
            version {round.codebookVersion} · opened <Moment at={round.openedAt} />
            {round.closedAt && (
              <>
                {' '}
                · closed <Moment at={round.closedAt} />
              </>
            )}
          </p>
        </div>
        <Badge
          variant={open ? 'filled' : 'default'}
          leftSection={open ? <IconLock size={12} /> : <IconLockOpen size={12} />}
          radius="sm"
          tt="none"
        >
          {open ? 'Open, sealed' : 'Closed'}
        </Badge>
        {open && mayRun && (
          <Button size="xs" variant="default" onClick={() => setClosing(true)}>
            Close…
          </Button>
        )}
        {!open && (
          <Button
            size="xs"
            variant="default"
            component={Link}
            href={`/projects/${project.id}/agreement?round=${round.id}`}
          >
            Agreement
          </Button>
        )}
        {!open && (
          <Button size="xs" variant="default" component={Link} href={`/projects/${project.id}/rounds/${round.id}/adjudication`}>
            {mayRun ? 'Settle differences' : 'Differences'}
          </Button>
        )}
      </header>
      {plan.length > 0 && <p className={classes.facts}>{plan.join(' ')}</p>}
      {round.reason && (
        <p className={classes.reason} dir="auto">
          <span className={classes.facts}>Closed with the words: </span>
          {round.reason}
        </p>
      )}
      {open && codebookVersion > round.codebookVersion && (
        <p className={classes.caution}>
          The codebook has changed since: it is at version {codebookVersion} now. Codings keep the version that they
          were made under.
        </p>
      )}
      {of > 0 && !view.progress.coders.includes(null) && (
        <div className={classes.bar} role="img" aria-label={`${finished} of ${of} finished`}>
          <span style={{ inlineSize: `${(100 * finished) / of}%` }} />
        </div>
      )}
      <p className={classes.standing}>{standing(round, view, { viewerId, mayRun })}</p>
      {view.coders.length > 0 && (
        <details open={open} className={classes.details}>
          <summary>{open && !mayRun ? 'What you have finished' : 'Who has finished what'}</summary>
          <ProgressTable view={view} round={round} remind={open && mayRun ? remind : null} />
        </details>
      )}
      {mayRun && open && <CloseRound round={round} view={view} opened={closing} onClose={() => setClosing(false)} />}
    </section>
  );
}
