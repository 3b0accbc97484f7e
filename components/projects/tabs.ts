import type { Permission } from '@/lib/access';

/** A page of a project: its title, its path below /projects/[project], and without which permission it is not shown. */
export type Tab = { title: string; path: string; permission: Permission };

/** The pages of a project, in the order of the work. A new page is one line here. */
export const tabs: readonly Tab[] = [
  { title: 'Documents', path: '', permission: 'project:read' },
  { title: 'Codebook', path: '/codebook', permission: 'project:read' },
  { title: 'Rounds', path: '/rounds', permission: 'project:read' },
  { title: 'Agreement', path: '/agreement', permission: 'project:read' },
  { title: 'Export', path: '/export', permission: 'project:read' },
  { title: 'Members', path: '/members', permission: 'project:read' },
  { title: 'History', path: '/history', permission: 'history:read' },
  { title: 'Settings', path: '/settings', permission: 'project:edit' },
];

/** The tab that a path below a project belongs to; from the first documents are opened, and files imported. */
export function tabAt(below: string): Tab | undefined {
  const named = tabs.find(({ path }) => path !== '' && (below === path || below.startsWith(`${path}/`)));
  return named ?? (below === '' || /^\/(documents|import)(\/|$)/.test(below) ? tabs[0] : undefined);
}
