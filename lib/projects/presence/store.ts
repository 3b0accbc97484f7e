import 'server-only';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { onNotice } from '@/lib/log/listening/store';
import { Roster, type Presence, type Sign } from './presence';

/** Tells all processes that somebody has come to a document, is still there, or goes. Nothing of it is stored. */
export async function announce(projectId: string, sign: Sign): Promise<void> {
  const told = await db().$queryRaw<unknown[]>`
    SELECT pg_notify('presence', project_id::text || ' ' || ${JSON.stringify(sign)})::text FROM document
    WHERE project_id = ${projectId}::uuid AND id = ${sign.documentId}::uuid AND deleted_at IS NULL`;
  if (told.length === 0) throw new Refusal('not-found', 'There is no such document in this project.');
}

/** Who is where in a project, for as long as it is watched; what the seal hides is still to be left out. */
export type Watched = { present: () => Presence[]; stop: () => void };

/** Watches over a project: `changed` is called when somebody comes to a document or says that they go. */
export function watch(projectId: string, changed: () => void): Watched {
  const roster = new Roster();
  const stop = onNotice('presence', projectId, (told) => {
    if (told && roster.hear(JSON.parse(told) as Sign, Date.now())) changed();
  });
  return { present: () => roster.at(Date.now()), stop };
}
