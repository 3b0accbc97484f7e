import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { usualChoices } from '@/components/agreement/choices';
import { archive } from '@/lib/interchange/formats/archive';
import type { Contents } from '@/lib/interchange/memory-archive';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase as ownDatabase } from '@/lib/testing/database';
import { archived } from '@/lib/testing/elsewhere';
import { expectSound, held, remake, throughFile } from '@/lib/testing/importing';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { readDecided } from './adjudication';
import { readScope } from './agreement';
import { tasks } from './counting/tasks';

ownDatabase();

const text = 'Order comes first. Bread comes next. Peace comes last. Then we rest.';
const other = 'Nobody starves. Nobody steals. Everybody sleeps.';
let olga: Membership;
let ben: Membership;
let cleo: Membership;
let ids: Record<'weather' | 'brief' | 'wetter' | 'order' | 'bread' | 'gone' | 'pilot' | 'main' | 'dealt', string>;
let copy: Membership;

/** A study in which much was changed after its rounds had closed, and a copy of it made of its archive. */
beforeAll(async () => {
  process.env.CONCORD_CURSOR_KEY = 'a key of more than thirty-two characters';
  olga = await project(await person({ name: 'Olga' }), 'Study');
  ben = await joined(olga, await person({ name: 'Ben' }), 'coder');
  cleo = await joined(olga, await person({ name: 'Cleo' }), 'coder');
  await joined(olga, await person({ name: 'Idle' }), 'viewer');
  const weather = await document(olga, { title: 'Weather', text });
  const brief = await document(olga, { title: 'Brief', text: other });
  const wetter = await document(olga, { title: 'Wetter', text: 'Ordnung zuerst. Dann Brot. Dann Ruhe.' });
  await change(olga, 'pair.link', { id: randomUUID(), originalId: weather, translationId: wetter });
  const [order, bread, gone] = [
    await code(olga, { name: 'Order' }),
    await code(olga, { name: 'Bread' }),
    await code(olga, { name: 'Gone' }),
  ];
  ids = { weather, brief, wetter, order, bread, gone, pilot: randomUUID(), main: randomUUID(), dealt: randomUUID() };
  await holdPilot();
  await holdMain();
  await decide();
  const file = await throughFile(await archived(olga));
  copy = await remake((await person({ name: 'Nina' })).id, await held(archive, file));
});

async function holdPilot(): Promise<void> {
  const { weather, brief, order, bread, gone, pilot } = ids;
  const moved = await coding(ben, {
    documentId: weather,
    codeId: order,
    text,
    quote: 'Order comes first.',
    memo: 'As a good.',
  });
  const dropped = await coding(ben, { documentId: weather, codeId: bread, text, quote: 'Bread comes next.' });
  await coding(cleo, { documentId: weather, codeId: bread, text, quote: 'Bread comes next.' });
  for (const by of [ben, cleo]) await coding(by, { documentId: weather, codeId: gone, text, quote: 'Then we rest.' });
  await coding(cleo, { documentId: brief, codeId: order, text: other, quote: 'Nobody steals.' });
  await open(pilot, [weather, brief]);
  for (const by of [ben, cleo])
    for (const documentId of [weather, brief]) await change(by, 'finished.set', { documentId, finished: true });
  await change(olga, 'round.close', { id: pilot, reason: 'The time is up.' });
  await change(ben, 'coding.edit', { id: moved, set: { start: 0, end: 5, quote: 'Order' } });
  await change(ben, 'coding.remove', { id: dropped });
  await coding(cleo, { documentId: weather, codeId: order, text, quote: 'Peace comes last.' });
  await change(cleo, 'finished.set', { documentId: brief, finished: false });
  await change(olga, 'code.edit', { id: order, set: { name: 'Stability' } });
  await change(olga, 'code.delete', { id: gone });
  await change(olga, 'document.edit', { id: brief, set: { title: 'A brief' } });
  await code(olga, { name: 'Late' });
}

async function holdMain(): Promise<void> {
  const { brief, wetter, order, main, dealt } = ids;
  await open(main, [brief, wetter]);
  const both = await coding(ben, { documentId: brief, codeId: order, text: other, quote: 'Nobody steals.' });
  for (const documentId of [brief, wetter])
    for (const by of [ben, cleo]) await change(by, 'finished.set', { documentId, finished: true });
  await change(olga, 'round.close', { id: main, reason: '' });
  await change(ben, 'coding.remove', { id: both });
  const coderIds = [ben.userId, cleo.userId];
  await change(olga, 'round.open', {
    id: dealt,
    title: 'Dealt',
    documentIds: [brief, wetter],
    coderIds,
    dealt: { perDocument: 1, seed: 5 },
  });
  await change(olga, 'round.close', { id: dealt, reason: '' });
  await open(randomUUID(), [await document(olga, { title: 'Not yet coded', text: other })]);
}

/** One settlement with a code, one without, one that was taken back; a comment that names somebody, and one that was removed. */
async function decide(): Promise<void> {
  const { weather, order, pilot } = ids;
  const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
  const settle = (
    quote: string,
    codings: { id: string; codeId: string; start: number; end: number; quote: string }[],
  ) => {
    const id = randomUUID();
    const body = { id, roundId: pilot, documentId: weather, ...at(quote), reason: 'Because.', codings };
    return change(olga, 'consensus.settle', body).then(() => id);
  };
  const said = (by: Membership, words: string) => {
    const id = randomUUID();
    const place = { roundId: pilot, documentId: weather, ...at('Bread comes next.') };
    return change(by, 'comment.add', { id, ...place, text: words }).then(() => id);
  };
  const quote = 'Order comes first.';
  await settle(quote, [{ id: randomUUID(), codeId: order, ...at(quote), quote }]);
  await settle('Bread comes next.', []);
  await change(olga, 'consensus.withdraw', { id: await settle('Then we rest.', []) });
  await said(ben, '@Cleo, is this bread?');
  await change(cleo, 'comment.remove', { id: await said(cleo, 'A slip.') });
}

function open(id: string, documentIds: string[]): Promise<unknown> {
  const coderIds = [ben.userId, cleo.userId];
  return change(olga, 'round.open', { id, title: `Round over ${documentIds.length}`, documentIds, coderIds });
}

/** Names in the place of the ids of people, and lists that are in order of such ids in an order of their own. */
async function byName(by: Membership, value: unknown): Promise<unknown> {
  const { members } = await fromDatabase(by);
  const words = members.reduce((json, { id, name }) => json.replaceAll(id, name), JSON.stringify(value));
  return sorted(JSON.parse(words));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, each]) => [key, sorted(each)]),
  );
}

async function asked(by: Membership, round: string | null, at: string | null = null) {
  const choices = { ...usualChoices, round, at };
  return { by, asked: choices, scope: await readScope(by, choices) };
}

/** The report of a round as its pages show it, and what adjudicators see of it with names shown. */
async function counted(by: Membership, round: string): Promise<unknown> {
  const ask = await asked(by, round);
  const letters = Object.fromEntries(ask.scope.coders.map(({ id, name }) => [id, name]));
  const found: unknown[] = [];
  for await (const { report } of tasks.report(ask)) found.push(report);
  const queue = { ...ask, roundId: round, letters, named: true, page: 1, at: null };
  for await (const answer of tasks.queue(queue)) found.push(answer);
  return byName(by, found);
}

/** The report of the present, or of a day, over the coders of the study. */
async function countedNow(by: Membership, at: string | null = null): Promise<unknown> {
  const ask = await asked(by, null, at);
  const coders = ask.scope.coders.filter(({ name }) => ['Ben', 'Cleo'].includes(name)).map(({ id }) => id);
  const documents = [ids.weather, ids.brief];
  for await (const { report } of tasks.report({ ...ask, asked: { ...ask.asked, coders, documents } }))
    return byName(by, report);
  throw new Error('The task gave no answer.');
}

describe('a project made of an archive', () => {
  it('is sound, and its closed rounds are there', async () => {
    await expectSound(copy);
    const { rounds, pairs } = await fromDatabase(copy);
    expect(rounds.map(({ id }) => id).sort()).toEqual([ids.pilot, ids.main, ids.dealt].sort());
    expect(pairs).toHaveLength(1);
  });

  it('has the numbers that each round closed with, those of today, and the same consensus', async () => {
    const rounds = [ids.pilot, ids.main, ids.dealt];
    for (const round of rounds) expect(await counted(copy, round)).toEqual(await counted(olga, round));
    expect(await countedNow(copy)).toEqual(await countedNow(olga));
    const pilot = await counted(copy, ids.pilot);
    expect(JSON.stringify(pilot)).toContain('"Gone"');
    expect(JSON.stringify(pilot)).not.toContain('"Late"');
    expect(pilot).not.toEqual(await counted(copy, ids.main));
  });

  it('has what was settled and said, under the names of those who did', async () => {
    const decided = async (by: Membership) => {
      const round = (await fromDatabase(by)).rounds.find(({ id }) => id === ids.pilot)!;
      const { settlements, comments, consensus } = await readDecided(by, round);
      return {
        consensus,
        settlements: settlements.filter(({ withdrawn }) => !withdrawn),
        comments: comments.filter(({ removed }) => !removed),
      };
    };
    const there = await decided(copy);
    expect(await byName(copy, there)).toEqual(await byName(olga, await decided(olga)));
    expect([there.settlements.length, there.comments.length, there.comments[0]!.mentions.length]).toEqual([2, 1, 1]);
  });

  it('gives an archive like the one that it was made of, but for what it says of people and of itself', async () => {
    const core = async (by: Membership) => {
      const { project: _, members: __, rounds, ...lists }: Contents = await archived(by);
      return byName(by, { ...lists, rounds: rounds.filter(({ closedAt }) => closedAt !== null) });
    };
    expect(await core(copy)).toEqual(await core(olga));
  });

  it('says what did not come in', async () => {
    const { report } = copy as Awaited<ReturnType<typeof remake>>;
    expect(report.counts).toMatchObject({ rounds: 3, settlements: 2, comments: 1, pairs: 1, placeholders: 3 });
    expect(report.notes.map((note) => note.slice(0, 30))).toEqual([
      'Members who did nothing in it ',
      'Rounds that were open did not ',
    ]);
  });

  it('keeps its numbers when somebody turns out to be a placeholder, whose part in everything becomes theirs', async () => {
    const all = () =>
      Promise.all([
        counted(copy, ids.pilot),
        counted(copy, ids.dealt),
        countedNow(copy),
        countedNow(copy, '2099-01-01'),
      ]);
    const before = await all();
    const real = await joined(copy, await person({ name: 'Cleo' }), 'coder');
    const { id } = (await fromDatabase(copy)).members.find(({ name, placeholder }) => name === 'Cleo' && placeholder)!;
    await change(copy, 'member.claim', { placeholderId: id, userId: real.userId });
    await expectSound(copy);
    expect(await all()).toEqual(before);
    const { rounds, comments, codings } = await fromDatabase(real);
    expect(JSON.stringify({ rounds, comments, codings })).not.toContain(id);
    expect(comments[0]!.mentions).toEqual([real.userId]);
  });
});
