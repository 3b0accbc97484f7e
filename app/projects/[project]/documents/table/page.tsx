import { requireMember } from '@/app/_server/session';
import { DocumentValues } from '@/components/documents/table/document-values';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Values of documents' };

type Props = { params: Promise<{ project: string }> };

export default async function DocumentTablePage({ params }: Props) {
  await requireMember((await params).project, 'documents:edit');
  return (
    <Page
      title="Values of documents"
      lead="Arrows move, Shift chooses several cells, typing or Enter writes, Ctrl+D fills down, Delete empties. Cells of a spreadsheet can be pasted. Saving is one step, and can be taken back."
    >
      <DocumentValues />
    </Page>
  );
}
