import 'server-only';
import { maySee } from '@/lib/access';
import { readWork } from '@/lib/agreement/store';
import { inOrder as inCodebookOrder } from '@/lib/codebook';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';
import type { Archive } from '../archive';
import { byClosing, type Closing } from '../closing';
import { inOrder } from '../memory-archive';

type Asked = Pick<Archive, 'rounds' | 'documents'> & { signal: AbortSignal };

/**
 * How things stood when each round closed, from the log as agreement folds it, one round at a time. The seal is asked
 * before reading and again afterwards: where a round opens in between, nothing that it seals is given out.
 */
export async function* readClosings(by: Membership, { rounds, documents, signal }: Asked): AsyncGenerator<Closing> {
  const listed = new Set(documents.map(({ id }) => id));
  for (const { id: roundId, documentIds } of byClosing(rounds)) {
    signal.throwIfAborted();
    const kept = documentIds.filter((id) => listed.has(id));
    const wanted = { documentIds: kept, moment: { round: roundId } };
    const work = await readWork(by.projectId, await sealFor(by.projectId, by.userId), wanted);
    const seal = await sealFor(by.projectId, by.userId);
    const held = new Set(kept);
    yield {
      ...{ roundId, codebookVersion: work.codebookVersion },
      documents: byId(work.documents.filter(({ id }) => held.has(id))).map(({ id, title }) => ({ id, title })),
      finished: byId(work.finished.filter((mark) => maySee(seal, mark))),
      codes: inCodebookOrder(work.codes).map(({ code }) => code),
      codings: inOrder(
        work.codings.filter((coding) => maySee(seal, coding)),
        documents,
      ),
    };
  }
}

function byId<T extends { id: string }>(items: T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
