'use client';

import Link from 'next/link';
import { AccountMenu } from '@/components/accounts/account-menu';
import { MentionsLink } from '@/components/adjudication/mentions-link';
import { useProject } from '@/components/project/provider';
import { ColorSchemeToggle } from '@/components/ui/color-scheme-toggle';
import { Mark } from '@/components/ui/wordmark';
import { TabList } from './tab-list';
import classes from './project-header.module.css';

/** What stays in place while one moves through a project. */
export function ProjectHeader({ name, seenAt }: { name: string; seenAt: string | null }) {
  const { project } = useProject();
  return (
    <header className={classes.header}>
      <Link href="/projects" className={classes.home} aria-label="All projects">
        <Mark />
      </Link>
      <Link href={`/projects/${project.id}`} className={classes.title} title={project.title} dir="auto">
        {project.title}
      </Link>
      <TabList />
      <div className={classes.tools}>
        <MentionsLink seenAt={seenAt} />
        <ColorSchemeToggle />
        <AccountMenu name={name} />
      </div>
    </header>
  );
}
