import 'server-only';
import type { ProjectSettings, Role } from '@/lib/access';
import type { SignedIn } from '@/lib/accounts';
import { livingSession, noted, signedInColumns, type SignedInRow } from '@/lib/accounts/sessions/store';
import { askOften, Prisma } from '@/lib/db';
import { together } from '@/lib/log/together';
import type { Membership } from '../store';

/** A session as it knocks at a project, and who is behind it: null for nobody; without a membership where there is none. */
type Knock = { sessionId: string; projectId: string };
type Known = { account: SignedIn; membership: Membership | null } | null;

/**
 * Who is behind a session, and their membership of a project. Every request asks, in one statement; those that come while
 * one is being answered share the next.
 */
export const findSessionIn = together<Knock, Known>({
  key: () => '',
  alone: async (knock) => (await findSessionsIn([knock]))[0]!,
  all: findSessionsIn,
});

async function findSessionsIn(knocks: readonly Knock[]): Promise<Known[]> {
  const [sessionIds, projectIds] = [knocks.map(({ sessionId }) => sessionId), knocks.map(({ projectId }) => projectId)];
  const rows = await askOften<SignedInRow & { place: number; role: Role | null } & ProjectSettings>(Prisma.sql`
    SELECT place::int, ${signedInColumns}, role::text AS role, coders_edit_documents AS "codersEditDocuments",
      coders_edit_codebook AS "codersEditCodebook"
    FROM unnest(${sessionIds}::uuid[], ${projectIds}::uuid[]) WITH ORDINALITY AS knock(session_id, project_id, place)
    JOIN ${livingSession} ON session.id = knock.session_id
    LEFT JOIN (member JOIN project ON project.id = member.project_id AND project.deleted_at IS NULL)
      ON member.user_id = "user".id AND member.project_id = knock.project_id AND member.removed_at IS NULL`);
  const known: Known[] = knocks.map(() => null);
  for (const { place, role, codersEditDocuments, codersEditCodebook, ...row } of rows) {
    const account = await noted(row);
    const { projectId } = knocks[place - 1]!;
    const settings = { codersEditDocuments, codersEditCodebook };
    known[place - 1] = { account, membership: role && { projectId, userId: account.id, role, settings } };
  }
  return known;
}
