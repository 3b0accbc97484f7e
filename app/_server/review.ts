import 'server-only';
import { can } from '@/lib/access';
import type { ReviewPage } from '@/components/codebook/review/review';
import { readVersions } from '@/lib/codebook/store';
import { countOutdated, listOutdated } from '@/lib/codings/outdated/store';
import { readUnits } from '@/lib/documents/store';
import { id } from '@/lib/log';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';
import { excerpt } from '@/lib/text';
import { placeInLog } from './state';

/** Codings per page; when they are settled, the next come. */
const most = 100;
const reach = { around: 220, unit: 900 };

/**
 * The work list of this person: their own codings that were made under an older meaning of their code, each in its
 * context, with what the code has come to mean since. Whoever runs rounds also sees how many others have left, as far as
 * the seal lets them.
 */
export async function readReview(by: Membership, asked: unknown): Promise<ReviewPage> {
  const { projectId, userId } = by;
  const codeId = id.safeParse(asked).data ?? null;
  await placeInLog(projectId);
  const [codings, counts] = await Promise.all([
    listOutdated({ projectId, coderId: userId, codeId }, most),
    sealFor(projectId, userId).then((seal) => countOutdated(projectId, seal)),
  ]);
  const codeIds = [...new Set(codings.map((coding) => coding.codeId))];
  const texts = await readUnits(projectId, [...new Set(codings.map(({ documentId }) => documentId))], null);
  const textOf = new Map(texts.map(({ id: of, text }) => [of, text]));
  const versions = await Promise.all(codeIds.map((code) => readVersions(projectId, code)));
  const own = counts.filter(({ coderId }) => coderId === userId);
  return {
    codeId,
    items: codings.map((coding) => {
      const pieces = excerpt(textOf.get(coding.documentId) ?? '', coding, { marked: [coding], reach });
      return { coding, pieces };
    }),
    versions: Object.fromEntries(codeIds.map((code, at) => [code, versions[at]!])),
    total: sum(codeId ? own.filter((each) => each.codeId === codeId) : own),
    others: can(by.role, 'rounds:run', by.settings) ? perCoder(counts.filter(({ coderId }) => coderId !== userId)) : [],
  };
}

function perCoder(counts: { coderId: string; count: number }[]): { coderId: string; count: number }[] {
  return [...Map.groupBy(counts, ({ coderId }) => coderId)].map(([coderId, of]) => ({ coderId, count: sum(of) }));
}

function sum(counts: { count: number }[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}
