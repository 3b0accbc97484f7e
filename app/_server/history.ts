import 'server-only';
import { z } from 'zod';
import { sealOfMarks } from '@/lib/access';
import type { Choice } from '@/components/history/filters';
import { deletedNames } from '@/lib/codebook/store';
import { deletedTitles } from '@/lib/documents/store';
import { isKind, kindNames, kindOf } from '@/lib/door';
import { maySeeChange } from '@/lib/door/store';
import type { Change } from '@/lib/log';
import { withdrawnAmong } from '@/lib/interchange/importing/withdrawing/store';
import { openCursor, sealCursor } from '@/lib/log/cursor';
import { changesBefore, undoneAmong } from '@/lib/log/history/store';
import type { Recorded } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';

export const pageLength = 60;

export type HistoryPage = {
  changes: Change[];
  choice: Choice;
  older: string | null;
  /** Ids of those that stand taken back. */
  undone: string[];
  /** What the state no longer names, and can still be brought back. */
  gone: { documents: Record<string, string>; codes: Record<string, string> };
};
type Asked = Record<string, string | string[] | undefined>;

/**
 * One page of the log, newest first, as this member may see it. What is sealed is passed over and the page filled with
 * what comes before, so that a page is never short for a reason that would tell how busy others are.
 */
export async function readHistory(by: Membership, asked: Asked): Promise<HistoryPage> {
  const { projectId } = by;
  const choice = choiceOf(asked);
  const found = await visibleBefore(by, choice, typeof asked.before === 'string' ? openCursor(projectId, asked.before) : null);
  const shown = found.slice(0, pageLength);
  const older = found.length > pageLength ? sealCursor(projectId, shown.at(-1)!.seq) : null;
  const changes = shown.map(({ change }) => change);
  const ids = changes.map(({ id }) => id);
  const [documents, codes, undone, withdrawn] = await Promise.all([
    deletedTitles(projectId),
    deletedNames(projectId),
    undoneAmong(projectId, ids),
    withdrawnAmong(projectId, ids),
  ]);
  return { changes, choice, older, undone: [...undone, ...withdrawn], gone: { documents, codes } };
}

/** More than a page, where there is more. */
async function visibleBefore(by: Membership, choice: Choice, from: bigint | null): Promise<Recorded[]> {
  const seal = await sealFor(by.projectId, by.userId);
  const open = sealOfMarks(seal, by.role).sealedDocuments.length < seal.sealedDocuments.length ? kindNames.filter((name) => kindOf(name).shows === 'mark') : [];
  const found: Recorded[] = [];
  for (let [before, more] = [from, true]; more && found.length <= pageLength; ) {
    const page = { projectId: by.projectId, before, limit: pageLength + 1 };
    const changes = await changesBefore(page, { ...seal, open }, filterOf(choice));
    found.push(...changes.filter((each) => maySeeChange(by, seal, each)));
    more = changes.length > pageLength;
    before = changes.at(-1)?.seq ?? before;
  }
  return found;
}

function choiceOf(asked: Asked): Choice {
  const one = (name: string) => z.uuid().safeParse(asked[name]).data ?? null;
  const day = (name: string) => z.iso.date().safeParse(asked[name]).data ?? null;
  const kind = typeof asked.kind === 'string' && isKind(asked.kind) ? asked.kind : null;
  return { person: one('person'), kind, document: one('document'), code: one('code'), from: day('from'), to: day('to') };
}

function filterOf({ person, kind, document, code, from, to }: Choice) {
  return {
    ...(person && { actorId: person }),
    ...(kind && { kind }),
    about: [document, code].filter((id) => id !== null),
    ...(from && { from: `${from}T00:00:00Z` }),
    ...(to && { until: new Date(Date.parse(to) + 86_400_000).toISOString() }),
  };
}
