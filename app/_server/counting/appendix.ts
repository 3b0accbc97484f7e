import 'server-only';
import { methodsOf } from '@/components/agreement/methods';
import type { Resolved } from '@/components/agreement/scope';
import { summaryOf } from '@/components/agreement/summary';
import { report, type ReportInput } from '@/lib/agreement';
import { appendixEntries, zipped } from '@/lib/interchange';
import { listFingerprints } from '@/lib/documents/store';
import type { Ask } from './tasks';

type Asked = Ask & { project: string; input: ReportInput; choices: Resolved; at: string };

/** The bytes of the appendix to a report: methods, tables, documents and the matrix, in one archive. */
export async function* appendix({ by, scope, project, input, choices, at, asked }: Asked): AsyncGenerator<Uint8Array> {
  const counted = report(input, choices);
  const fingerprints = new Map(
    (await listFingerprints(by.projectId, choices.documentIds)).map((each) => [each.id, each]),
  );
  const documents = counted.documents.map(({ documentId, title }) => ({
    length: 0,
    sha256: '',
    ...fingerprints.get(documentId),
    id: documentId,
    title,
  }));
  const methods = [methodsOf(counted, scope, { at, asked, project }), '', summaryOf(counted, scope).join(' ')];
  const { codebookVersion, coders } = scope;
  yield* zipped(appendixEntries({ report: counted, input, choices, methods, documents, coders, codebookVersion }));
}
