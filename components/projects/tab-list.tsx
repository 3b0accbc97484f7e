'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useProject } from '@/components/project/provider';
import { can } from '@/lib/access';
import { tabAt, tabs } from './tabs';
import classes from './project-header.module.css';

/** The pages of the project that this member may open. On phones the list scrolls to the current one. */
export function TabList() {
  const { project, members, viewerId } = useProject();
  const role = members.get(viewerId)?.role ?? 'viewer';
  const home = `/projects/${project.id}`;
  const current = tabAt(usePathname().slice(home.length));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => reveal(list.current), [current]);
  return (
    <nav className={classes.tabs} aria-label="Project">
      <ul ref={list}>
        {tabs
          .filter(({ permission }) => can(role, permission, project))
          .map((tab) => (
            <li key={tab.path}>
              <Link href={home + tab.path} aria-current={tab === current ? 'page' : undefined} prefetch={false}>
                {tab.title}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function reveal(list: HTMLUListElement | null): void {
  const link = list?.querySelector<HTMLElement>('[aria-current]');
  if (list && link) list.scrollLeft = link.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
}
