import type { ReactNode } from 'react';
import { requireMember } from '@/app/_server/session';
import { readSnapshot } from '@/app/_server/state';
import { ProjectProvider } from '@/components/project/provider';
import { ProjectShell } from '@/components/projects/project-shell';

type Props = { params: Promise<{ project: string }>; children: ReactNode };

export default async function ProjectLayout({ params, children }: Props) {
  const by = await requireMember((await params).project);
  return (
    <ProjectProvider projectId={by.projectId} snapshot={await readSnapshot(by)}>
      <ProjectShell name={by.account.name}>{children}</ProjectShell>
    </ProjectProvider>
  );
}
