import 'server-only';
import { maySee } from '@/lib/access';
import type { Coding } from '@/lib/codings';
import { codingColumns, matching, sealed } from '@/lib/codings/store';
import { db, Prisma } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';
import type { Selection } from '../selection';
import { filterFor } from '../store';

/** Where to go on: the id of the last coding that was read, null at the beginning. */
type Asked = { selection: Selection; after: string | null; most: number };

/** Some codings, and what to ask for as `after` to get the next ones; null when these were the last. */
export type CodingPage = { codings: Coding[]; next: string | null };

/**
 * Up to `most` codings of a selection that this member may see, in the order of their ids: so each that is there from
 * the first page to the last comes exactly once, whatever is coded and removed in between.
 */
export async function pageOfCodings(by: Membership, { selection, after, most }: Asked): Promise<CodingPage> {
  const { projectId, userId } = by;
  const filter = await filterFor(projectId, selection);
  const seal = await sealFor(projectId, userId);
  const codings = await db().$queryRaw<Coding[]>`
    SELECT ${codingColumns} FROM live_coding
    WHERE project_id = ${projectId}::uuid AND ${sealed(seal)} AND ${matching(filter)}
      AND ${after ? Prisma.sql`id > ${after}::uuid` : Prisma.sql`TRUE`}
    ORDER BY id LIMIT ${most + 1}`;
  // A round may have opened, and somebody coded in it, between the two questions.
  const now = await sealFor(projectId, userId);
  if (!codings.every((coding) => maySee(now, coding))) return pageOfCodings(by, { selection, after, most });
  const page = codings.slice(0, most);
  return { codings: page, next: codings.length > most ? (page.at(-1)?.id ?? null) : null };
}
