import 'server-only';
import type { Subject } from '@/lib/access';
import { db, Prisma, type Tx } from '@/lib/db';
import type { Recorded } from '../store';

/** A page of a change: one kind, said once for each of `bodies`; all of it shows the same person's work, or everybody's. */
export type Page = { kind: string; subject: Subject | null; bodies: readonly unknown[] };

/** Most bodies on a page: what is held in memory at once, and what one row weighs. */
export const linesPerPage = 500;

/** The greatest place that a page can have. */
export const lastPlace = 2_147_483_647;

/**
 * Writes the pages of a change that is being carried out, in the order in which they will be applied. A change that goes
 * through several stages says to which a page belongs (the first, where it does not): all pages of one apply before those
 * of the next, in whatever order they were written.
 */
export class Pages {
  private readonly written: number[];
  private readonly perStage: number;

  constructor(
    private readonly tx: Tx,
    private readonly of: { projectId: string; id: string },
    stages = 1,
  ) {
    this.written = Array.from({ length: stages }, () => 0);
    this.perStage = Math.floor(lastPlace / stages);
  }

  /** Adds a page, or several where there is more than fits on one; none for nothing. */
  async add({ kind, subject, bodies }: Page, stage = 0): Promise<void> {
    for (let at = 0; at < bodies.length; at += linesPerPage) {
      const some = bodies.slice(at, at + linesPerPage);
      await this.tx.$executeRaw`
        INSERT INTO change_page (project_id, change_id, place, kind, document_id, coder_id, bodies)
        VALUES (${this.of.projectId}::uuid, ${this.of.id}::uuid, ${this.nextPlace(stage)}, ${kind},
          ${subject?.documentId ?? null}::uuid, ${subject?.coderId ?? null}::uuid, ${JSON.stringify(some)}::jsonb)`;
    }
  }

  private nextPlace(stage: number): number {
    const place = (this.written[stage] ?? this.perStage) + 1;
    if (place > this.perStage) throw new RangeError(`There is no room for page ${place} of stage ${stage}.`);
    this.written[stage] = place;
    return stage * this.perStage + place;
  }
}

type Row = { place: number; kind: string; documentId: string | null; coderId: string | null; bodies: unknown[] };

/** What a change consists of, as entries of the log like any other, one page in memory at a time. */
export async function* pagesOf(projectId: string, { seq, change }: Recorded): AsyncGenerator<Recorded> {
  for (let place = 0; ;) {
    const [row] = await db().$queryRaw<Row[]>`
      SELECT place, kind, document_id AS "documentId", coder_id AS "coderId", bodies FROM change_page
      WHERE project_id = ${projectId}::uuid AND change_id = ${change.id}::uuid AND place > ${place} ORDER BY place LIMIT 1`;
    if (!row) return;
    place = row.place;
    const { kind, documentId, coderId } = row;
    const subject = documentId && coderId ? { documentId, coderId } : null;
    for (const body of row.bodies) yield { seq, subject, change: { ...change, kind, body, undoes: null, step: null } };
  }
}

/** The changes of a project that have pages. */
export async function pagedChanges(projectId: string): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT change_id AS id FROM change_page WHERE project_id = ${projectId}::uuid`;
  return new Set(rows.map(({ id }) => id));
}

/** The ids of codings that came in with a change. For statements that go through them without reading them. */
export function codingsOfPages(projectId: string, changeId: string): Prisma.Sql {
  return Prisma.sql`SELECT (body #>> '{coding,id}')::uuid AS id FROM change_page, jsonb_array_elements(bodies) AS body
    WHERE project_id = ${projectId}::uuid AND change_id = ${changeId}::uuid AND kind = 'coding.add'`;
}
