import 'server-only';
import type { Coding, Layer } from '@/lib/codings';
import { Prisma, type Tx } from '@/lib/db';
import { languageTag } from '@/lib/documents';
import type { CutText } from '@/lib/documents/cut-document';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/log';
import type { Pages } from '@/lib/log/pages/store';
import type { Acting } from '@/lib/log/store';
import { checkQuote } from '@/lib/text';
import { guidOf } from '../../guid';
import { cut, fittingName, fittingTime, storable } from '../fitting';
import type { About, Content } from '../content';
import { livedIn, type Lived } from '../lived';
import type { Placed, Plan } from '../plan';
import { valuesHere } from '../plan-attributes';

/**
 * An import under way. `version`: of the codebook that its codings are under. Its pages go through the closings of the rounds
 * that come in, in order, and end in the present: so the log, folded up to a closing, gives what its numbers were counted from.
 */
export type Landing = { tx: Tx; by: Acting; about: About; plan: Plan; pages: Pages; version: number };

type Landed = { documents: number; joinedDocuments: number; codings: number };
/** The document that the next codings lie on. */
type At = Placed & { text: string };

/** Documents and codings, one text and one batch of codings in memory at a time. */
export async function bringIn(landing: Landing, content: Content): Promise<Landed> {
  const landed: Landed = { documents: 0, joinedDocuments: 0, codings: 0 };
  let at: At | null = null;
  let seen = 0;
  for await (const piece of content.pieces()) {
    if ('document' in piece) {
      at = await place(landing, piece.document);
      landed[at.joins ? 'joinedDocuments' : 'documents'] += 1;
      continue;
    }
    landed.codings += await addCodings(landing, at, piece.codings);
    seen += piece.codings.filter(({ to }) => to === null).length;
    content.progress?.(seen);
  }
  landing.plan.notes.note(
    'Codings that their coder has on the same passage already (with the same code) did not come in again: #.',
    seen - landed.codings,
  );
  return landed;
}

/** A new document as it came, or the one here as it is. */
async function place(landing: Landing, { id, cut: whole }: { id: string; cut: CutText }): Promise<At> {
  const { tx, by, plan } = landing;
  const placed = plan.documents.get(id);
  const said = landing.about.documents.find((each) => each.id === id);
  if (!placed || !said || said.sha256 !== whole.sha256)
    throw new Refusal('unreadable', 'A text of this file is not the one it is said to be.');
  if (!placed.joins) {
    await addDocument(landing, { placed, said, whole });
    return { ...placed, text: whole.text };
  }
  const where = { projectId_documentId: { projectId: by.projectId, documentId: placed.id } };
  const { text } = await tx.documentText.findUniqueOrThrow({ where, select: { text: true } });
  return { ...placed, text };
}

type New = { placed: Placed; said: About['documents'][number]; whole: CutText };

async function addDocument({ tx, by, plan, pages }: Landing, { placed: { id }, said, whole }: New): Promise<void> {
  const { projectId, actorId } = by;
  const summary = {
    ...{
      id,
      title: fittingName(said.title, 300, 'Untitled'),
      language: languageOf(said.language),
      direction: said.direction,
    },
    ...{
      attributes: fittingValues(valuesHere(said.attributes, plan.attributes.keys), plan),
      createdAt: fittingTime(said.createdAt),
    },
  };
  await tx.document.create({ data: { projectId, ...summary, createdBy: actorId } });
  await tx.documentText.create({ data: { projectId, documentId: id, ...whole } });
  const document = { ...summary, length: whole.length, sha256: whole.sha256 };
  const called = ({ documents }: About['closings'][number]) => documents.filter((each) => each.id === said.id);
  const titles = livedIn(plan.rounds.past, said.id, { then: called, now: [{ id: said.id, title: said.title }] });
  for (const { item, from, to } of titles) {
    const titled = { ...document, title: fittingName(item.title, 300, 'Untitled') };
    await pages.add({ kind: 'document.add', subject: null, bodies: [{ document: titled }] }, from);
    if (to !== null) await pages.add({ kind: 'document.delete', subject: null, bodies: [{ id }] }, to);
  }
}

function languageOf(said: string | null): string | null {
  return said !== null && languageTag.test(said) ? said : null;
}

const longestValue = 2_000;

function fittingValues(values: Record<string, string>, { notes }: Plan): Record<string, string> {
  const long = Object.values(values).filter((value) => value.length > longestValue).length;
  notes.note(
    `Values of attributes that are longer than ${longestValue.toLocaleString('en')} characters were cut there: #.`,
    long,
  );
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, cut(value, longestValue)]));
}

/** Puts codings on a document that is there. Each quote is held against the text as it is stored. Returns how many are new. */
async function addCodings(landing: Landing, at: At | null, lives: readonly Lived<Coding>[]): Promise<number> {
  if (!at) throw new Refusal('unreadable', 'A coding of this file lies on a document without a text.');
  const placed = comingIn(landing.plan, lives).map((life) => ({ ...life, item: codingHere(landing, at, life.item) }));
  const past = placed.filter(({ to }) => to !== null);
  const present = placed.filter(({ to }) => to === null);
  const taken = await takenIds(landing, present);
  const rows = present.map(({ item, ...life }) => ({ ...life, item: { ...item, id: freeOf(item.id, taken) } }));
  const fresh = new Set(
    await insert(
      landing,
      rows.map(({ item }) => item),
    ),
  );
  await tell(landing, at, [...past, ...rows.filter(({ item }) => fresh.has(item.id))]);
  return fresh.size;
}

/** Where no round comes in there is the present alone. */
function comingIn({ rounds }: Plan, lives: readonly Lived<Coding>[]): readonly Lived<Coding>[] {
  if (rounds.past.length > 0) return lives;
  return lives.flatMap(({ item, to }) => (to === null ? [{ item, from: 0, to }] : []));
}

/** Writes down what of codings began and ended at which stage; an end goes before a beginning, for it may be the same coding. */
async function tell({ pages }: Landing, { id: documentId }: At, lives: readonly Lived<Coding>[]): Promise<void> {
  const stages = new Set(lives.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  for (const stage of [...stages].sort((a, b) => a - b)) {
    const ended = { kind: 'coding.remove', lives: lives.filter(({ to }) => to === stage) };
    const begun = { kind: 'coding.add', lives: lives.filter(({ from }) => from === stage) };
    for (const { kind, lives: some } of [ended, begun]) {
      const perCoder = Map.groupBy(some, ({ item }) => item.coderId);
      for (const [coderId, own] of perCoder) {
        const bodies = own.map(({ item: coding }) => ({ coding }));
        await pages.add({ kind, subject: { documentId, coderId }, bodies }, stage);
      }
    }
  }
}

async function takenIds({ tx, by }: Landing, lives: readonly Lived<Coding>[]): Promise<Set<string>> {
  const ids = lives.map(({ item }) => item.id);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM coding WHERE project_id = ${by.projectId}::uuid AND id = ANY(${ids}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

function freeOf(id: string, taken: Set<string>): string {
  const given = taken.has(id) ? newId() : id;
  taken.add(given);
  return given;
}

function codingHere({ plan, version }: Landing, { id: documentId, text }: At, coding: Coding): Coding {
  const { start, end, quote } = coding;
  const fault = checkQuote(text, { start, end }, quote);
  if (fault) throw new Refusal('unreadable', `A coding does not fit its text, so nothing was imported. ${fault}`);
  const [codeId, coderId] = [plan.codes.here.get(coding.codeId), plan.people.get(coding.coderId)];
  if (!codeId || !coderId)
    throw new Refusal('unreadable', 'A coding of this file names a code or a person that it does not hold.');
  return {
    ...{ id: guidOf(coding.id), documentId, codeId, coderId, layer: layerOf(plan, coding), start, end, quote },
    ...{
      memo: storable(coding.memo),
      codebookVersion: plan.keeps ? Math.min(coding.codebookVersion, version) : version,
    },
    ...{ createdAt: fittingTime(coding.createdAt), updatedAt: fittingTime(coding.updatedAt) },
  };
}

/** Nobody's own work is made in another's name: only what comes under oneself or a placeholder stays of the layer of coders. */
function layerOf({ keeps, vouched }: Plan, { layer, coderId }: Coding): Layer {
  if (!keeps) return 'imported';
  return layer === 'coder' && !vouched.has(coderId) ? 'imported' : layer;
}

/** The ids of those that were not there: one code of one coder on one span is one coding. */
async function insert({ tx, by }: Landing, rows: readonly Coding[]): Promise<string[]> {
  const made = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO coding (project_id, id, document_id, code_id, coder_id, layer, start, "end", quote, memo, codebook_version, created_at, updated_at)
    SELECT ${by.projectId}::uuid, id, "documentId", "codeId", "coderId", layer::"Layer", start, "end", quote, memo, "codebookVersion",
      "createdAt", "updatedAt"
    FROM jsonb_to_recordset(${Prisma.sql`${JSON.stringify(rows)}::jsonb`}) AS come(id uuid, "documentId" uuid, "codeId" uuid, "coderId" uuid,
      layer text, start int, "end" int, quote text, memo text, "codebookVersion" int, "createdAt" timestamptz, "updatedAt" timestamptz)
    ON CONFLICT DO NOTHING RETURNING id`;
  return made.map(({ id }) => id);
}
