import { requireMember } from '@/app/_server/session';
import { ImportFiles } from '@/components/importing/import-files';
import { Page } from '@/components/ui/page';
import { readableFormats } from '@/lib/interchange/formats';

export const metadata = { title: 'Import' };

type Props = { params: Promise<{ project: string }> };

export default async function ImportPage({ params }: Props) {
  const { projectId } = await requireMember((await params).project, 'members:manage');
  return (
    <Page
      title="Import a project file"
      lead="From another program, or an archive of Concord. It is added to this project; nothing that is here is overwritten."
      narrow
    >
      <ImportFiles projectId={projectId} formats={readableFormats} />
    </Page>
  );
}
