'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { counted } from '@/components/ui/counted';
import { Section } from '@/components/ui/page';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import classes from './deleted-projects.module.css';

type Deleted = { id: string; title: string; daysLeft: number };

/** What an owner deleted and can still bring back. */
export function DeletedProjects({ projects }: { projects: Deleted[] }) {
  if (projects.length === 0) return null;
  return (
    <Section title="Deleted" lead="Only you and its other owners see a deleted project, and only here.">
      <ul className={classes.list}>
        {projects.map((project) => (
          <One key={project.id} {...project} />
        ))}
      </ul>
    </Section>
  );
}

function One({ id, title, daysLeft }: Deleted) {
  const router = useRouter();
  const { busy, fault, onSubmit } = useSubmit(async () => {
    await post('/api/projects/restore', { projectId: id });
    router.refresh();
  });
  return (
    <li>
      <form className={classes.one} onSubmit={onSubmit}>
        <span dir="auto">{title}</span>
        <span className={classes.left} role={fault ? 'alert' : undefined}>
          {fault ?? `${counted(daysLeft, 'day')} left`}
        </span>
        <Button type="submit" size="compact-sm" variant="default" loading={busy} aria-label={`Bring back ${title}`}>
          Bring back
        </Button>
      </form>
    </li>
  );
}
