import { db } from '@/lib/db';
import { findMembership, type Membership } from '@/lib/projects/store';
import { study } from '@/samples/study';
import { demoPassword } from '@/bin/parts/demo.mjs';
import type { Person } from '@/prisma/builders';

/** Somebody of the seeded demo study, by the sample's key. */
export async function demoPerson(key: string): Promise<{ who: Person; member: Membership }> {
  const { email, name } = study.analysts.find((analyst) => analyst.key === key)!;
  const { id, members } = await db().user.findUniqueOrThrow({ where: { email }, include: { members: true } });
  const member = await findMembership(members[0]!.projectId, id);
  return { who: { id, email, name, password: demoPassword }, member: member! };
}

/** The id of one of the demo's closed rounds. */
export async function demoRound(projectId: string): Promise<string> {
  return (await db().round.findFirstOrThrow({ where: { projectId, closedAt: { not: null } }, orderBy: { openedAt: 'asc' } })).id;
}

/** The id of a demo document by the sample's key. */
export async function demoDocument(key: string): Promise<string> {
  const { title } = study.statements.find((statement) => statement.key === key)!;
  return (await db().document.findFirstOrThrow({ where: { title } })).id;
}
