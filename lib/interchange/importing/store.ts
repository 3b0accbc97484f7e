import 'server-only';
import { db, type Tx } from '@/lib/db';
import { listCodes } from '@/lib/codebook/store';
import { linkPair } from '@/lib/documents/pairs/store';
import { Refusal } from '@/lib/errors';
import { Pages } from '@/lib/log/pages/store';
import type { Acting, Perform } from '@/lib/log/store';
import { listAttributes } from '@/lib/documents/attributes/store';
import { listCoderAttributes, listMembers } from '@/lib/projects/store';
import type { ImportChoices, ImportCounts, ProjectImported } from './changes';
import { addCodes } from './codes/store';
import type { About, Content } from './content';
import type { Here } from './here';
import { bringIn, type Landing } from './landing/store';
import { planImport, type Plan } from './plan';
import { addMarks, addRounds } from './rounds/store';

/** What an import meets in a project. */
export async function readHere(by: { projectId: string; actorId: string }, tx: Tx = db()): Promise<Here> {
  const { projectId, actorId } = by;
  const documents = await tx.$queryRaw<Here['documents'][number][]>`
    SELECT document.id, title, sha256, EXISTS (SELECT 1 FROM round_document AS held
      WHERE held.project_id = document.project_id AND held.document_id = document.id AND held.open) AS sealed
    FROM document JOIN document_text ON document_text.project_id = document.project_id AND document_id = document.id
    WHERE document.project_id = ${projectId}::uuid AND deleted_at IS NULL ORDER BY created_at, document.id`;
  const taken = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM document WHERE project_id = ${projectId}::uuid UNION SELECT id FROM code WHERE project_id = ${projectId}::uuid`;
  return {
    ...{ actorId, documents, taken: new Set(taken.map(({ id }) => id)) },
    members: await listMembers(projectId, tx),
    coderAttributes: await listCoderAttributes(projectId, tx),
    attributes: await listAttributes(projectId, tx),
    codes: await listCodes(projectId, tx),
  };
}

/** Brings in what a thread has read, all of it or nothing: whatever goes wrong ends the transaction that this runs in. */
export const importProject: Perform<ImportChoices, ProjectImported> = async (tx, by, choices) => {
  const content = by.enclosed as Content | undefined;
  if (!content) throw new Refusal('invalid', 'An import comes with its file. Please use the page for importing.');
  const { about } = content;
  const plan = planImport(about, await readHere(by, tx), choices);
  const pages = new Pages(tx, by, plan.rounds.past.length + 1);
  await addPeople(tx, by, { plan, pages });
  await addAttributes(tx, by, { plan, pages });
  const version = await addCodes(tx, by, { about, plan, pages });
  const landing: Landing = { tx, by, about, plan, pages, version };
  const landed = await bringIn(landing, content);
  const finished = plan.keeps ? await addMarks(landing) : 0;
  await addPairs(landing);
  await addRounds(landing);
  return reportOf({ about, plan, choices }, { ...landed, finished });
};

type Adding = { plan: Plan; pages: Pages };

async function addPeople(tx: Tx, { projectId }: Acting, { plan: { placeholders }, pages }: Adding): Promise<void> {
  await tx.user.createMany({ data: placeholders.map(({ id, name }) => ({ id, name })) });
  const data = placeholders.map(({ id, role, shade, attributes }) => ({
    projectId,
    userId: id,
    role,
    shade,
    attributes,
  }));
  await tx.member.createMany({ data });
  const bodies = placeholders.map((member) => ({ member, invitationId: null }));
  await pages.add({ kind: 'member.join', subject: null, bodies });
}

async function addAttributes(tx: Tx, { projectId }: Acting, { plan, pages }: Adding): Promise<void> {
  const said = plan.attributes.added;
  await tx.attribute.createMany({ data: said.map((each) => ({ projectId, ...each, type: stored(each.type) })) });
  await pages.add({ kind: 'attribute.set', subject: null, bodies: said.map(first) });
  const ofCoders = plan.coderAttributes.added;
  await tx.coderAttribute.createMany({
    data: ofCoders.map((each) => ({ projectId, ...each, type: stored(each.type) })),
  });
  await pages.add({ kind: 'coder-attribute.set', subject: null, bodies: ofCoders.map(first) });
}

function first<T>(attribute: T) {
  return { attribute, before: null };
}

type StoredType = 'text' | 'number' | 'date' | 'one_of' | 'many_of' | 'language' | 'url';

/** Prisma's names cannot hold the hyphens of the types. */
function stored(type: string): StoredType {
  return type.replace('-', '_') as StoredType;
}

async function addPairs({ tx, by, plan, pages, version }: Landing): Promise<void> {
  for (const pair of plan.pairs) {
    const linked = await linkPair(tx, { ...by, codebookVersion: version }, { ...pair, anchors: [...pair.anchors] });
    await pages.add({ kind: 'pair.link', subject: null, bodies: [linked] }, plan.rounds.past.length);
  }
}

type Landed = Pick<ImportCounts, 'documents' | 'joinedDocuments' | 'codings' | 'finished'>;

function reportOf(
  { about, plan, choices }: { about: About; plan: Plan; choices: ImportChoices },
  landed: Landed,
): ProjectImported {
  const { codes, attributes, placeholders, people, documents, pairs, keeps, notes } = plan;
  const { rounds, settlements, comments } = plan.rounds;
  const held = new Set(placeholders.map(({ id }) => id));
  return {
    ...{ source: choices.source, format: about.format.title, keeps, notes: notes.sentences() },
    counts: {
      ...{ ...landed, codes: codes.added.length, joinedCodes: codes.joined },
      ...{ attributes: attributes.added.length, placeholders: placeholders.length, pairs: pairs.length },
      ...{ rounds: rounds.length, settlements: settlements.length, comments: comments.length },
    },
    people: about.people.flatMap(({ id, name }) => {
      const memberId = people.get(id);
      return memberId === undefined ? [] : [{ name, memberId, placeholder: held.has(memberId) }];
    }),
    documentIds: [...documents.values()].flatMap(({ id, joins }) => (joins ? [] : [id])),
    codeIds: codes.added.map(({ id }) => id),
    attributeIds: attributes.added.map(({ id }) => id),
    roundIds: rounds.map(({ round }) => round.id),
  };
}
