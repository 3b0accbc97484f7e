import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { examine } from '@/lib/doctor/store';
import { stateOf } from '@/lib/door';
import { run, runInNewProject } from '@/lib/door/store';
import { everything } from '@/lib/interchange';
import { archive } from '@/lib/interchange/formats/archive';
import type { Format } from '@/lib/interchange/formats/format';
import { oneFile } from '@/lib/interchange/incoming';
import type { ImportChoices, ProjectImported } from '@/lib/interchange/importing';
import type { Content } from '@/lib/interchange/importing/content';
import { aboutOf, piecesOf } from '@/lib/interchange/importing/pieces';
import { projectIn } from '@/lib/interchange/importing/preview';
import { gathered, memoryArchive, type Contents } from '@/lib/interchange/memory-archive';
import { openArchive } from '@/lib/interchange/store';
import { wholeFile } from '@/lib/interchange/testing/whole-file';
import { findMembership, type Membership } from '@/lib/projects/store';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { comparable, fromDatabase, fromLog } from './snapshot';

/** What tests of imports share: a small project from elsewhere, and the ways in which a file comes in. */
export const text = 'Moscow called for restraint. It warned of 🧨 escalation, and blamed Washington for all of it.';

/** A project of one document by Ben and Cleo, as another program would send it. */
export async function sample(): Promise<Contents> {
  const them = await project(await person({ name: 'Cleo' }), 'Elsewhere');
  const other = await joined(them, await person({ name: 'Ben' }), 'coder');
  const speaker = {
    id: randomUUID(),
    key: 'speaker',
    name: 'Speaker',
    type: 'text',
    options: [],
    position: 0,
  } as const;
  await change(them, 'attribute.set', { ...speaker, options: [] });
  const documentId = await document(them, { title: 'Theirs', text, attributes: { speaker: 'Minister' } });
  const top = await code(them, { name: 'Stability', shortcut: 's' });
  const below = await code(them, { name: 'Calm', parentId: top });
  await coding(them, { documentId, codeId: top, text, quote: 'restraint', memo: 'As said.' });
  await coding(other, { documentId, codeId: below, text, quote: '🧨 escalation' });
  await change(other, 'finished.set', { documentId, finished: true });
  return archived(them);
}

/** The same with a round that Ben and Cleo coded in and that closed, one passage of it settled and one talked about. */
export async function studyWithRound(): Promise<Contents> {
  const cleo = await project(await person({ name: 'Cleo' }), 'Elsewhere');
  const ben = await joined(cleo, await person({ name: 'Ben' }), 'coder');
  const [documentId, codeId] = [
    await document(cleo, { title: 'Theirs', text }),
    await code(cleo, { name: 'Stability' }),
  ];
  const roundId = randomUUID();
  const coderIds = [cleo.userId, ben.userId];
  await change(cleo, 'round.open', { id: roundId, title: 'Pilot', documentIds: [documentId], coderIds });
  for (const by of [cleo, ben])
    await coding(by, { documentId, codeId, text, quote: by === cleo ? 'restraint' : 'called for restraint' });
  for (const by of [cleo, ben]) await change(by, 'finished.set', { documentId, finished: true });
  await change(cleo, 'round.close', { id: roundId, reason: '' });
  const at = text.indexOf('restraint');
  const place = { roundId, documentId, start: at, end: at + 9 };
  const wrote = { id: randomUUID(), codeId, start: at, end: at + 9, quote: 'restraint' };
  await change(cleo, 'consensus.settle', { id: randomUUID(), ...place, reason: 'Of course.', codings: [wrote] });
  await change(ben, 'comment.add', { id: randomUUID(), ...place, text: '@Cleo, is that so?' });
  return archived(cleo);
}

/** Everything of a project that this member may see. */
export async function archived(by: Membership): Promise<Contents> {
  return gathered(await openArchive(by, { selection: everything, signal: new AbortController().signal }));
}

/** The same after it was written to an archive file and read again. */
export async function throughFile(contents: Contents): Promise<Contents> {
  const bytes = await wholeFile(archive.write!(memoryArchive(contents), 'exact'));
  return gathered((await archive.read!(oneFile('study.zip', bytes))).archive);
}

/** Content as a thread would hold it, without one. */
export async function held(format: Format, contents: Contents): Promise<Content> {
  const reading = { archive: memoryArchive(contents), notes: [] };
  return { about: await aboutOf(format, reading), pieces: () => piecesOf(reading.archive) };
}

/** `people`: ids of members here, by the names of the file; everybody else gets a placeholder. */
export type Deciding = Partial<Omit<ImportChoices, 'people'>> & { people?: Record<string, string> };

export async function bring(by: Membership, content: Content, deciding: Deciding = {}) {
  const body = choicesFor(content, deciding);
  const { change: made } = await run(by, { id: randomUUID(), kind: 'project.import', body }, content);
  return { id: made.id, ...(made.body as ProjectImported) };
}

/** A project of its own made of what came, of which this person is the owner. */
export async function remake(ownerId: string, content: Content, deciding: Deciding = {}) {
  const body = choicesFor(content, { source: 'archive.zip', ...deciding });
  const request = { id: randomUUID(), kind: 'project.import' as const, body };
  const asked = { request, enclosed: content };
  const { projectId, recorded } = await runInNewProject(ownerId, projectIn(content.about), asked);
  return { ...(await findMembership(projectId, ownerId))!, report: recorded.change.body as ProjectImported };
}

function choicesFor({ about }: Content, { people = {}, ...rest }: Deciding): ImportChoices {
  const named = about.people.map(({ id, name }) => ({ key: id, memberId: people[name] ?? null }));
  return { source: 'theirs.qdpx', codes: 'join', documents: 'join', people: named, ...rest };
}

/** The rows are what the log says, to the doctor and to this member. */
export async function expectSound(by: Membership): Promise<void> {
  expect((await examine(by.projectId)).faults).toEqual([]);
  expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
}

/** The codings that this member sees: quote, coder, layer. */
export async function seen(by: Membership): Promise<string[][]> {
  const { codings, members } = await fromDatabase(by);
  const name = (id: string) => members.find((each) => each.id === id)!.name;
  return codings.map(({ quote, coderId, layer }) => [quote, name(coderId), layer]).sort();
}
