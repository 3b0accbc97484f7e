import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { kindNames } from '@/lib/door';
import { sealFor } from '@/lib/rounds/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { differences } from './differences';
import { report } from './report';
import type { Choices, ReportInput } from './report-shape';
import { foldedKinds, readCoded, readThings, type Moment } from './store';

useFreshDatabase();

const text = ['Ice melts.', 'Rain falls.', 'Snow drifts.', 'Fog lifts.', 'Hail stings.', 'Wind turns.', 'Frost bites.', 'Sun warms.'].join(' ');
const choices: Choices = { unit: 'sentence', rule: 'any', rollUp: false, seed: 1, replicates: 200 };
let ana: Membership;
let ben: Membership;
let chi: Membership;
let first: { id: string; title: string };
let codeId: string;

beforeAll(async () => {
  ana = await project(await person({ name: 'Ana' }));
  ben = await joined(ana, await person({ name: 'Ben' }), 'coder');
  chi = await joined(ana, await person({ name: 'Chi' }), 'coder');
  codeId = await code(ana, { name: 'Cold' });
  first = { id: await document(ana, { title: 'Weather', text }), title: 'Weather' };
  for (const quote of ['Ice melts', 'Snow drifts.', 'Hail stings.']) await put(ana, quote);
  for (const quote of ['melts.', 'Snow', 'Frost bites.']) await put(ben, quote);
  await put(chi, 'Sun warms.');
  for (const by of [ana, ben]) await change(by, 'finished.set', { documentId: first.id, finished: true });
});

it('counts from the database what one counts by hand on eight sentences of two coders', async () => {
  const { codes, overall } = report(await study(), choices);
  // Both say yes to Ice and Snow, only Ana to Hail, only Ben to Frost, nobody to the other four.
  expect(codes[0]?.pairs[0]).toMatchObject({ both: 2, onlyA: 1, onlyB: 1, neither: 4, n: 8 });
  // Observed 6/8. Each says yes to 3/8, so pe = (3/8)² + (5/8)² = 34/64; kappa = (48/64 - 34/64) / (30/64) = 14/30.
  expect(codes[0]?.pairs[0]?.cohen).toBeCloseTo(14 / 30, 12);
  // 16 codings, 6 yes and 10 no; alpha = 1 - (16 - 1)(16 - 12) / (16² - 6² - 10²) = 1 - 60/120.
  expect(codes[0]?.alpha.value).toBeCloseTo(0.5, 12);
  expect(codes[0]).toMatchObject({ positives: 6, decisions: 16, doubleCodedDocuments: 1, percent: { value: 0.75 } });
  expect(overall.alpha.value).toBeCloseTo(0.5, 12);
});

it('leads to exactly the sentences on which the two differ, as they stand in the stored text', async () => {
  const found = differences(await study(), choices, codeId);
  expect(found.map(({ unit, yes }) => [text.slice(unit.start, unit.end), yes])).toEqual([
    ['Hail stings.', [ana.userId]],
    ['Frost bites.', [ben.userId]],
  ]);
});

it('does not take somebody who has not finished for silent, and says who that is', async () => {
  const { leftOut, pairs } = report(await study(), choices);
  expect(leftOut).toMatchObject([{ coderId: chi.userId, why: 'not-finished' }]);
  expect(pairs.filter(({ a, b }) => [a, b].includes(chi.userId)).every(({ n }) => n === 0)).toBe(true);
});

it('keeps the numbers of a closed round as they were, whatever is coded, changed or unfinished afterwards', async () => {
  const { projectId } = ana;
  const round = randomUUID();
  const dropped = await put(ben, 'Wind turns.');
  const coderIds = [ana.userId, ben.userId];
  await change(ana, 'round.open', { id: round, title: 'Pilot', documentIds: [first.id], coderIds });
  await change(ana, 'round.close', { id: round, reason: 'Enough.' });
  const before = report(await study(), choices);
  expect(report(await study({ round }), choices)).toEqual(before);
  const moved = await db().coding.findFirstOrThrow({ where: { projectId, coderId: ana.userId, quote: 'Hail stings.' } });
  await change(ben, 'coding.remove', { id: dropped });
  await change(ana, 'coding.edit', { id: moved.id, set: { start: 0, end: 3, quote: 'Ice' } });
  await change(ben, 'finished.set', { documentId: first.id, finished: false });
  expect(report(await study(), choices)).not.toEqual(before);
  expect(report(await study({ round }), choices)).toEqual(before);
  await change(ben, 'finished.set', { documentId: first.id, finished: true });
});

it('keeps a code that was deleted when a round closed out of its numbers, though it is restored later, and one deleted later in them', async () => {
  const brief = { id: await document(ana, { title: 'Brief', text }), title: 'Brief' };
  const ids = { late: await code(ana, { name: 'Late' }), gone: await code(ana, { name: 'Gone' }) };
  for (const each of [ids.late, ids.gone, codeId]) {
    await coding(ana, { documentId: brief.id, codeId: each, text, quote: 'Ice melts.' });
    await coding(ben, { documentId: brief.id, codeId: each, text, quote: each === codeId ? 'Ice melts.' : 'Rain falls.' });
  }
  for (const by of [ana, ben]) await change(by, 'finished.set', { documentId: brief.id, finished: true });
  const round = randomUUID();
  await change(ana, 'round.open', { id: round, title: 'Second', documentIds: [brief.id], coderIds: [ana.userId, ben.userId] });
  await change(ana, 'code.delete', { id: ids.gone });
  await change(ana, 'round.close', { id: round, reason: 'Enough.' });
  const counted = async () => {
    const seal = await sealFor(ana.projectId, ana.userId);
    const { codes, documents } = await readThings(ana.projectId, { round });
    const coded = await readCoded(ana.projectId, seal, { documents: [brief], level: 'sentence', moment: { round } });
    expect(documents.map(({ title }) => title)).toContain('Brief');
    return report({ documents: coded, coders: [ana, ben].map(({ userId }) => ({ id: userId, name: userId })), codes }, choices);
  };
  const before = await counted();
  expect(before.codes.map(({ name }) => name).sort()).toEqual(['Cold', 'Late']);
  await change(ana, 'code.restore', { ids: [ids.gone] });
  await change(ana, 'code.delete', { id: ids.late });
  await change(ana, 'document.delete', { id: brief.id });
  expect(await counted()).toEqual(before);
  await change(ana, 'document.restore', { id: brief.id });
  await change(ana, 'code.delete', { id: ids.gone });
});

it('counts as of a moment: what was coded, finished and added to the codebook afterwards is not there', async () => {
  const before = report(await study(), choices);
  const { at } = await db().change.findFirstOrThrow({ where: { projectId: ana.projectId }, orderBy: { seq: 'desc' } });
  await new Promise((done) => setTimeout(done, 5));
  const made = await put(ana, 'Wind turns.');
  await code(ana, { name: 'Warm' });
  await change(ben, 'finished.set', { documentId: first.id, finished: false });
  expect(report(await study(), choices)).not.toEqual(before);
  const then = await study({ at: at.toISOString() });
  expect(then.codes.map(({ name }) => name)).toEqual(['Cold']);
  expect(report(then, choices)).toEqual(before);
  expect(await study({ at: '2000-01-01T00:00:00Z' })).toMatchObject({ codes: [], documents: [{ finished: [], codings: [] }] });
  await change(ana, 'coding.remove', { id: made });
  await change(ben, 'finished.set', { documentId: first.id, finished: true });
});

it('reads a code that was merged into another before the close as that other, and is not touched by merges after it', async () => {
  const { projectId } = ana;
  const [frosty, chilly] = [await code(ana, { name: 'Frosty' }), await code(ana, { name: 'Chilly' })];
  const winter = { id: await document(ana, { title: 'Winter', text }), title: 'Winter' };
  const round = randomUUID();
  await change(ana, 'round.open', { id: round, title: 'Winter', documentIds: [winter.id], coderIds: [ana.userId, ben.userId] });
  await coding(ben, { documentId: winter.id, codeId: frosty, text, quote: 'Frost bites.' });
  await coding(ben, { documentId: winter.id, codeId: chilly, text, quote: 'Frost bites.' });
  await coding(ana, { documentId: winter.id, codeId: chilly, text, quote: 'Snow drifts.' });
  const merge = (id: string, into: string) => change(ana, 'code.merge', { id, into, rules: false, examples: false });
  await merge(frosty, chilly);
  await change(ana, 'round.close', { id: round, reason: 'Enough.' });
  await merge(chilly, codeId);
  const seal = await sealFor(projectId, ana.userId);
  const read = async (at: string | null) => (await readCoded(projectId, seal, { documents: [winter], level: 'sentence', moment: at === null ? null : { round: at } }))[0]!.codings;
  const placed = (codings: readonly { coderId: string; codeId: string; start: number }[]) =>
    codings.map((each) => [each.coderId, each.codeId, each.start]).sort();
  const expected = (as: string) => [[ana.userId, as, text.indexOf('Snow')], [ben.userId, as, text.indexOf('Frost')]].sort();
  expect(placed(await read(round))).toEqual(expected(chilly));
  expect(placed(await read(null))).toEqual(expected(codeId));
});

it('counts no consensus, imported or machine coding as anybody’s, and none that was removed', async () => {
  const before = report(await study(), choices);
  const id = await put(ana, 'Wind turns.');
  await change(ana, 'coding.remove', { id });
  for (const [layer, quote] of Object.entries({ consensus: 'Rain falls.', imported: 'Fog lifts.', machine: 'Sun warms.' })) {
    const made = await put(ben, quote);
    await db().coding.update({ where: { projectId_id: { projectId: ben.projectId, id: made } }, data: { layer: layer as 'consensus' } });
  }
  expect(report(await study(), choices)).toEqual(before);
});

it('reads nothing of others from a document in an open round', async () => {
  const id = await document(ana, { title: 'Sealed', text });
  await coding(ben, { documentId: id, codeId, text, quote: 'Fog lifts.' });
  await change(ben, 'finished.set', { documentId: id, finished: true });
  await change(ana, 'round.open', { id: randomUUID(), title: 'Round', documentIds: [id], coderIds: [ana.userId, ben.userId] });
  const seal = await sealFor(ana.projectId, ana.userId);
  expect(await readCoded(ana.projectId, seal, { documents: [{ id, title: 'Sealed' }], level: 'sentence', moment: null })).toMatchObject([{ finished: [], codings: [] }]);
});

function put(by: Membership, quote: string): Promise<string> {
  return coding(by, { documentId: first.id, codeId, text, quote });
}

async function study(moment: Moment | null = null): Promise<ReportInput> {
  const seal = await sealFor(ana.projectId, ana.userId);
  const documents = await readCoded(ana.projectId, seal, { documents: [first], level: 'sentence', moment });
  const coders = [ana, ben, chi].map(({ userId }, index) => ({ id: userId, name: ['Ana', 'Ben', 'Chi'][index]! }));
  const codes = moment ? (await readThings(ana.projectId, moment)).codes : [{ id: codeId, name: 'Cold', parentId: null }];
  return { documents, coders, codes: codes.map(({ id, name, parentId }) => ({ id, name, parentId })) };
}

it('folds every kind of change that decides which codes, documents and codings there are', () => {
  const deciding = kindNames.filter((kind) => /^((document|attribute|code|coding|finished)\.|member\.claim$)/.test(kind));
  expect(Object.keys(foldedKinds).sort()).toEqual(deciding.sort());
});
