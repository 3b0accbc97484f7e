import { requireMember } from '@/app/_server/session';
import { DeleteProject } from '@/components/projects/delete-project';
import { ProjectSettingsForm } from '@/components/projects/project-settings-form';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Settings' };

type Props = { params: Promise<{ project: string }> };

export default async function SettingsPage({ params }: Props) {
  await requireMember((await params).project, 'project:edit');
  return (
    <Page title="Settings" lead="What this project is called and what its coders may do. Every change is in the history." narrow>
      <ProjectSettingsForm />
      <DeleteProject />
    </Page>
  );
}
