import { randomUUID } from 'node:crypto';
import { kindNames, type KindName } from '@/lib/door';
import type { Membership } from '@/lib/projects/store';
import { change, code, coding, document, joined, person, project, type Person } from '@/prisma/builders';
import { cookieOf, crawl, difference, nextSecond, readableAddresses } from './crawl';
import { expect, test } from './fixtures';

type Seat = { who: Person; member: Membership };
type Scene = {
  owner: Seat;
  blind: Seat;
  other: Seat;
  documentIds: string[];
  roundId: string;
  codes: string[];
  pairId: string;
};

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';
const marker = 'quagga';

/**
 * A round over two of three documents, in which a blind coder has done something and the other coder nothing yet. The
 * third, which is open, is the translation of the first: what is coded there would show across from it.
 */
async function scene(): Promise<Scene> {
  const who = await person({ name: 'Olga Owner' });
  const owner = { who, member: await project(who) };
  const coder = async (name: string) => {
    const someone = await person({ name });
    return { who: someone, member: await joined(owner.member, someone, 'coder') };
  };
  const [blind, other] = [await coder('Blanca Blind'), await coder('Ottilie Other')];
  const documentIds = [];
  for (const title of ['First', 'Second', 'Third']) documentIds.push(await document(owner.member, { title, text }));
  const codes = [
    await code(owner.member, { name: 'Stability' }),
    await code(owner.member, { name: 'Blame' }),
    await code(owner.member, { name: 'Threat' }),
  ];
  const roundId = randomUUID();
  const coderIds = [blind.who.id, other.who.id];
  await change(owner.member, 'round.open', {
    id: roundId,
    title: 'Round 1',
    documentIds: documentIds.slice(0, 2),
    coderIds,
  });
  const pairId = randomUUID();
  await change(owner.member, 'pair.link', { id: pairId, originalId: documentIds[0]!, translationId: documentIds[2]! });
  await coding(blind.member, { documentId: documentIds[0]!, codeId: codes[0]!, text, quote: 'restraint' });
  return { owner, blind, other, documentIds, roundId, codes, pairId };
}

/**
 * All that a coder can do under the seal: be there, put codes on, note, move, stand by, take off and bring back, call
 * somebody.
 */
async function workUnseen({ other: { who, member }, documentIds, codes, roundId }: Scene): Promise<void> {
  for (const documentId of documentIds.slice(0, 2)) {
    await beIn(who, member.projectId, documentId);
    const ids = [];
    for (const quote of ['restraint', 'escalation', 'blamed Washington'])
      for (const codeId of codes)
        ids.push(await coding(member, { documentId, codeId, text, quote, memo: `${marker} ${quote}` }));
    await change(member, 'coding.edit', { id: ids[0]!, set: { memo: `${marker} again` } });
    await change(member, 'coding.edit', { id: ids[1]!, set: { start: 0, end: 6, quote: 'Moscow' } });
    // Under the first version of the codebook: on a work list of its coder's, and on nobody else's.
    await change(member, 'coding.confirm', { id: ids[4]!, version: 1 });
    await change(member, 'coding.remove', { id: ids[2]! });
    await change(member, 'coding.remove', { id: ids[3]! });
    await change(member, 'coding.restore', { id: ids[3]! });
    const said = { id: randomUUID(), roundId, documentId, start: 0, end: 6, text: `@Blanca, ${marker}?` };
    await change(member, 'comment.add', said);
    await change(member, 'comment.edit', { id: said.id, text: `@Blanca and @Olga, ${marker}!` });
    await change(member, 'comment.remove', { id: said.id });
    await change(member, 'comment.restore', { id: said.id });
  }
}

/** Says what a page says that has the document in sight, and stays. */
async function beIn(who: Person, projectId: string, documentId: string): Promise<void> {
  const base = process.env.NEXTAUTH_URL!;
  const { ok } = await fetch(`${base}/api/projects/${projectId}/documents/${documentId}/presence`, {
    method: 'PUT',
    headers: { ...(await cookieOf(who)), origin: base, 'content-type': 'application/json' },
    body: JSON.stringify({ page: randomUUID() }),
  });
  expect(ok).toBe(true);
}

async function finish({ other: { member }, documentIds }: Scene): Promise<void> {
  for (const documentId of documentIds.slice(0, 2))
    await change(member, 'finished.set', { documentId, finished: true });
}

test('what is done under the seal makes no difference to a byte of any page, route, export or stream', async () => {
  test.setTimeout(120_000);
  const made = await scene();
  const { owner, blind, documentIds, roundId, codes } = made;
  const addresses = readableAddresses({
    project: owner.member.projectId,
    document: documentIds,
    round: [roundId],
    code: codes,
  });
  const since = await nextSecond();
  const before = { owner: await crawl(owner.who, addresses, since), blind: await crawl(blind.who, addresses, since) };
  const streams = await Promise.all([listen(owner), listen(blind)]);
  await workUnseen(made);
  expectSame(await crawl(owner.who, addresses, since), before.owner);
  await finish(made);
  expectSame(await crawl(blind.who, addresses, since), before.blind);
  // In the open document they are seen, by both: so the silence about the other two is no deafness.
  await beIn(made.other.who, made.other.member.projectId, documentIds[2]!);
  const seen = `data: ${JSON.stringify([{ documentId: documentIds[2]!, userId: made.other.who.id }])}`;
  const [ownersEvents, blindEvents] = await Promise.all(streams.map((stream) => stream.heard()));
  expect(ownersEvents!.filter((line) => !line.includes('finished.set'))).toEqual([seen]);
  expect(blindEvents).toEqual([seen]);
  await change(owner.member, 'round.close', { id: roundId, reason: 'Enough is coded.' });
  const revealed = [...(await crawl(blind.who, addresses, since))].filter(([, answer]) => answer.includes(marker));
  expect(revealed.length, 'answers that show it once the round is closed').toBeGreaterThan(5);
  const toScripts = revealed.map(([address]) => address.replace(/^.*\/projects\/[^/]+/, '')).filter((end) => /^\/(codings|exports)/.test(end));
  expect(toScripts).toEqual(expect.arrayContaining(['/codings', '/codings.csv', '/exports/archive.zip']));
});

function expectSame(after: Map<string, string>, before: Map<string, string>): void {
  for (const [address, answer] of after) {
    expect(answer.includes(marker), `${address} shows what others wrote`).toBe(false);
    expect(difference(answer, before.get(address) ?? ''), address).toBeNull();
  }
}

/** Follows the project as a browser does that has just opened its page. */
async function listen({ who, member: { projectId } }: Seat) {
  const base = process.env.NEXTAUTH_URL!;
  const headers = await cookieOf(who);
  const page = await (await fetch(`${base}/projects/${projectId}/codebook`, { headers })).text();
  const cursor = /cursor\\?":\\?"([\w-]+)/.exec(page)?.[1] ?? '';
  const stop = new AbortController();
  const response = await fetch(`${base}/api/projects/${projectId}/stream?after=${cursor}`, {
    headers,
    signal: stop.signal,
  });
  let heard = '';
  const reading = (async () => {
    const reader = response.body!.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read())
      heard += new TextDecoder().decode(read.value);
  })().catch(() => undefined);
  return {
    async heard(): Promise<string[]> {
      await new Promise((done) => setTimeout(done, 1_000));
      stop.abort();
      await reading;
      return heard.split('\n').filter((line) => line.startsWith('data:'));
    },
  };
}

type Act = [who: 'owner' | 'blind', kind: KindName, body: unknown];

/** Every kind of change, sent by someone who is blind to the others: what may be done, and what is refused. */
function acts({ blind, other, documentIds, roundId, codes, pairId }: Scene): Act[] {
  const [inRound, , free] = documentIds;
  const [stability, blame, threat] = codes;
  const attribute = { id: randomUUID(), key: 'venue', name: 'Venue', type: 'text', options: [], position: 0 };
  const invitation = {
    id: randomUUID(),
    tokenHash: randomUUID().replaceAll('-', '').repeat(2),
    role: 'coder',
    note: '',
  };
  const link = { id: randomUUID(), tokenHash: invitation.tokenHash };
  const added = { id: randomUUID(), documentId: inRound, codeId: stability, start: 0, end: 6, quote: 'Moscow' };
  const said = { id: randomUUID(), roundId, documentId: inRound, start: 0, end: 6, text: '@Ottilie, what is this?' };
  const settled = { id: randomUUID(), roundId, documentId: inRound, start: 0, end: 6, reason: '', codings: [] };
  const blank = {
    color: '#000000',
    shortcut: null,
    definition: '',
    useWhen: '',
    avoidWhen: '',
    examples: [],
    parentId: null,
  };
  const merge = { id: threat, into: blame, rules: true, examples: true };
  return [
    ['blind', 'coding.add', added],
    ['blind', 'coding.edit', { id: added.id, set: { memo: 'sure' } }],
    ['blind', 'coding.confirm', { id: added.id, version: 1 }],
    ['blind', 'coding.remove', { id: added.id }],
    ['blind', 'coding.restore', { id: added.id }],
    ['blind', 'finished.set', { documentId: inRound, finished: true }],
    ['owner', 'coding.add', { ...added, id: randomUUID() }],
    ['blind', 'comment.add', said],
    ['blind', 'comment.edit', { id: said.id, text: 'What is this?' }],
    ['blind', 'comment.remove', { id: said.id }],
    ['blind', 'comment.restore', { id: said.id }],
    ['owner', 'consensus.settle', settled],
    ['owner', 'consensus.withdraw', { id: settled.id }],
    ['owner', 'consensus.restore', { id: settled.id }],
    ['owner', 'code.edit', { id: stability, set: { name: 'Stability first' } }],
    ['owner', 'code.merge', merge],
    ['owner', 'code.unmerge', merge],
    ['owner', 'code.move', { id: blame, parentId: stability, index: 0 }],
    ['owner', 'code.archive', { id: blame, archived: true }],
    ['owner', 'code.delete', { id: blame }],
    ['owner', 'code.restore', { ids: [blame] }],
    ['owner', 'code.add', { id: randomUUID(), name: 'Restraint', ...blank }],
    ['owner', 'document.add', { id: randomUUID(), title: 'Fourth', text, format: 'text', attributes: {} }],
    ['owner', 'document.edit', { id: inRound, set: { title: 'The first' } }],
    ['owner', 'document.describe', { documents: [{ id: inRound, set: { title: 'The very first' }, values: {} }] }],
    ['owner', 'document.delete', { id: inRound }],
    ['owner', 'document.restore', { id: inRound }],
    ['owner', 'document.delete', { id: free }],
    ['owner', 'document.restore', { id: free }],
    ['owner', 'pair.align', { id: pairId, add: [{ original: 0, translation: 0 }], remove: [] }],
    ['owner', 'pair.unlink', { id: pairId }],
    ['owner', 'pair.link', { id: pairId, originalId: free, translationId: inRound }],
    ['owner', 'document.withdraw', { ids: [free] }],
    ['owner', 'document.reinstate', { ids: [free] }],
    ['owner', 'document.import', { importId: randomUUID(), source: 'nothing.csv', count: 1 }],
    ['owner', 'attribute.set', attribute],
    ['owner', 'attribute.remove', { id: attribute.id }],
    ['owner', 'coder-attribute.set', { ...attribute, key: 'training' }],
    ['owner', 'member.describe', { userId: other.who.id, set: { training: 'yes' } }],
    ['owner', 'coder-attribute.remove', { id: attribute.id }],
    ['owner', 'project.delete', { title: 'Another study' }],
    ['blind', 'project.restore', {}],
    ['owner', 'project.edit', { set: { title: 'A study of words' } }],
    ['owner', 'invitation.make', invitation],
    ['owner', 'invitation.revoke', { id: invitation.id }],
    ['blind', 'member.join', {}],
    ['owner', 'member.claim', { placeholderId: other.who.id, userId: blind.who.id }],
    ['owner', 'project.import', { source: 'theirs.qdpx', people: [], codes: 'join', documents: 'join' }],
    ['owner', 'project.withdraw', { import: randomUUID() }],
    ['owner', 'password-link.make', { ...link, userId: blind.who.id }],
    ['blind', 'password-link.use', {}],
    ['owner', 'round.open', { id: randomUUID(), title: 'Again', documentIds: [inRound], coderIds: [blind.who.id] }],
    ['owner', 'round.remind', { id: roundId, coderId: blind.who.id }],
    ['blind', 'round.close', { id: roundId, reason: '' }],
    ['owner', 'member.role', { userId: other.who.id, role: 'viewer' }],
    ['owner', 'member.remove', { userId: other.who.id }],
  ];
}

test('the door answers every kind of change alike, whether or not others have worked under the seal', async () => {
  const [quiet, busy] = [await scene(), await scene()];
  await workUnseen(busy);
  const answers = { quiet: await sent(quiet), busy: await sent(busy) };
  expect([...new Set(acts(quiet).map(([, kind]) => kind))].sort()).toEqual([...kindNames].sort());
  expect(answers.busy).toEqual(answers.quiet);
  expect(answers.busy.join('')).not.toContain(marker);
});

/** The answers to all acts, with ids numbered in the order in which they appear and without times and cursors. */
async function sent(made: Scene): Promise<string[]> {
  const seen = new Map<string, string>();
  const numbered = (id: string) => seen.get(id) ?? (seen.set(id, `<id ${seen.size}>`), seen.get(id)!);
  const answers: string[] = [];
  for (const [who, kind, body] of acts(made)) {
    const { who: person, member } = made[who];
    const response = await fetch(`${process.env.NEXTAUTH_URL!}/api/projects/${member.projectId}/changes`, {
      method: 'POST',
      headers: { ...(await cookieOf(person)), origin: process.env.NEXTAUTH_URL!, 'content-type': 'application/json' },
      body: JSON.stringify([{ id: randomUUID(), kind, body }]),
    });
    const text = (await response.text())
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, numbered)
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
      .replaceAll(/"cursor":"[^"]+"/g, '"cursor"')
      .replaceAll(/[0-9a-f]{64}/g, '<secret>');
    answers.push(`${kind} by ${who}: ${response.status} ${text}`);
  }
  return answers;
}
