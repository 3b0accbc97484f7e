import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { examine } from '@/lib/doctor/store';
import { stateOf } from '@/lib/door';
import { run, runInNewProject } from '@/lib/door/store';
import { archive } from '@/lib/interchange/formats/archive';
import type { Format } from '@/lib/interchange/formats/format';
import { oneFile } from '@/lib/interchange/incoming';
import type { ImportChoices, ProjectImported } from '@/lib/interchange/importing';
import type { Content } from '@/lib/interchange/importing/content';
import { aboutOf, piecesOf } from '@/lib/interchange/importing/pieces';
import { projectIn } from '@/lib/interchange/importing/preview';
import { gathered, memoryArchive, type Contents } from '@/lib/interchange/memory-archive';
import { wholeFile } from '@/lib/interchange/testing/whole-file';
import { findMembership, type Membership } from '@/lib/projects/store';
import { joined, person, project } from '@/prisma/builders';
import { comparable, fromDatabase, fromLog } from './snapshot';

/** A project of Olga's in which Ben codes: where things from elsewhere come in. */
export async function hosts() {
  const olga = await person({ name: 'Olga' });
  const owner = await project(olga);
  return { olga, owner, ben: await joined(owner, await person({ name: 'Ben' }), 'coder') };
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
