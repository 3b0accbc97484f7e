import type { ReactNode } from 'react';
import { requireMember } from '@/app/_server/session';
import { readSnapshot } from '@/app/_server/state';
import { ProjectProvider } from '@/components/project/provider';
import { ProjectShell } from '@/components/projects/project-shell';
import { mentionsSeen } from '@/lib/rounds/discussion/store';

type Props = { params: Promise<{ project: string }>; children: ReactNode };

export default async function ProjectLayout({ params, children }: Props) {
  const by = await requireMember((await params).project);
  const [snapshot, seenAt] = await Promise.all([readSnapshot(by), mentionsSeen(by.projectId, by.userId)]);
  return (
    <ProjectProvider projectId={by.projectId} snapshot={snapshot}>
      <ProjectShell name={by.account.name} seenAt={seenAt}>{children}</ProjectShell>
    </ProjectProvider>
  );
}
