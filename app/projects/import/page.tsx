import { requireAccount } from '@/app/_server/session';
import { TopBar } from '@/components/accounts/top-bar';
import { ImportFiles } from '@/components/importing/import-files';
import { Page } from '@/components/ui/page';
import { readableFormats } from '@/lib/interchange/formats';

export const metadata = { title: 'Import a project file' };

export default async function ImportProjectPage() {
  const account = await requireAccount('/projects/import');
  return (
    <>
      <TopBar name={account.name} />
      <main>
        <Page
          title="Import a project file"
          lead="From another program, or an archive of Concord. It becomes a project of its own, with you as its owner."
          narrow
        >
          <ImportFiles projectId={null} formats={readableFormats} />
        </Page>
      </main>
    </>
  );
}
