import { requireMember } from '@/app/_server/session';
import { Documents } from '@/components/documents/documents';
import { encodings, readers, tableEndings } from '@/lib/documents/readers';

export const metadata = { title: 'Documents' };

const kinds = readers.map(({ format, title, extensions }) => ({ format, title, extensions: [...extensions] }));

type Props = { params: Promise<{ project: string }> };

export default async function DocumentsPage({ params }: Props) {
  await requireMember((await params).project);
  return <Documents readable={{ kinds, encodings: [...encodings], tables: [...tableEndings] }} />;
}
