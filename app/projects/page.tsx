import { requireAccount } from '@/app/_server/session';
import { TopBar } from '@/components/accounts/top-bar';
import { DeletedProjects } from '@/components/projects/deleted-projects';
import { BeginProject } from '@/components/projects/begin-project';
import { ProjectCards } from '@/components/projects/project-cards';
import { Page } from '@/components/ui/page';
import { listDeleted } from '@/lib/projects/deletion/store';
import { listProjects } from '@/lib/projects/store';

export const metadata = { title: 'Projects' };

export default async function ProjectsPage() {
  const account = await requireAccount('/projects');
  const [projects, deleted] = await Promise.all([listProjects(account.id), listDeleted(account.id)]);
  return (
    <>
      <TopBar name={account.name} />
      <main>
        <Page title="Projects" actions={projects.length > 0 && <BeginProject />}>
          <ProjectCards projects={projects} />
          <DeletedProjects projects={deleted} />
        </Page>
      </main>
    </>
  );
}
