import 'server-only';
import { z } from 'zod';
import { deletedNames } from '@/lib/codebook/store';
import { deletedTitles } from '@/lib/documents/store';
import { isKind } from '@/lib/door';
import { maySeeChange } from '@/lib/door/store';
import type { Change } from '@/lib/log';
import { openCursor, sealCursor } from '@/lib/log/cursor';
import { changesBefore } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';

export const pageLength = 60;
const batch = 200;

export type HistoryPage = {
  changes: Change[];
  person: string | null;
  kind: string | null;
  older: string | null;
  /** What the state no longer names. */
  gone: { documents: Record<string, string>; codes: Record<string, string> };
};
type Asked = Record<string, string | string[] | undefined>;

/**
 * One page of the log, newest first, as this member may see it. What is sealed is passed over and the page filled with
 * what comes before, so that a page is never short for a reason that would tell how busy others are.
 */
export async function readHistory(by: Membership, asked: Asked): Promise<HistoryPage> {
  const person = z.uuid().safeParse(asked.person).data ?? null;
  const kind = typeof asked.kind === 'string' && isKind(asked.kind) ? asked.kind : null;
  const seal = await sealFor(by.projectId, by.userId);
  const found = [];
  let at = typeof asked.before === 'string' ? openCursor(by.projectId, asked.before) : null;
  for (let more = true; more && found.length <= pageLength; ) {
    const filter = { actorId: person ?? undefined, kind: kind ?? undefined, limit: batch };
    const changes = await changesBefore(by.projectId, at, filter);
    found.push(...changes.filter((each) => maySeeChange(by, seal, each)));
    more = changes.length === batch;
    at = changes.at(-1)?.seq ?? at;
  }
  const shown = found.slice(0, pageLength);
  const older = found.length > pageLength ? sealCursor(by.projectId, shown.at(-1)!.seq) : null;
  const [documents, codes] = await Promise.all([deletedTitles(by.projectId), deletedNames(by.projectId)]);
  return { changes: shown.map(({ change }) => change), person, kind, older, gone: { documents, codes } };
}
