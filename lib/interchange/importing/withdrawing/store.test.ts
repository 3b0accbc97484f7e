import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { sample, studyWithRound, text } from '@/lib/testing/elsewhere';
import { bring, expectSound, held, hosts, remake } from '@/lib/testing/importing';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, code, coding, document, person } from '@/prisma/builders';
import { archive } from '../../formats/archive';
import { refiProject } from '../../formats/refi-project';
import type { ProjectImported } from '../changes';

useFreshDatabase();

let owner: Membership;
let ben: Membership;

beforeEach(async () => {
  ({ owner, ben } = await hosts());
});

describe('an import that is withdrawn', () => {
  it('goes with all it brought, on what was here before as well, and once', async () => {
    const contents = await sample();
    const documentId = await document(owner, { title: 'Ours', text });
    const codeId = await code(owner, { name: 'Stability' });
    await coding(ben, { documentId, codeId, text, quote: 'restraint' });
    const before = await fromDatabase(owner);
    const { id } = await bring(owner, await held(refiProject, contents));
    await change(owner, 'project.withdraw', { import: id });
    const after = await fromDatabase(owner);
    for (const list of ['documents', 'codings', 'codes', 'attributes'] as const)
      expect(after[list]).toEqual(before[list]);
    expect(after.members.filter(({ removed }) => !removed)).toEqual(before.members);
    await expectSound(owner);
    await expect(change(owner, 'project.withdraw', { import: id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('stays where somebody has coded in it since', async () => {
    const { id, documentIds, codeIds } = await bring(owner, await held(refiProject, await sample()));
    await coding(ben, { documentId: documentIds[0]!, codeId: codeIds[0]!, text, quote: 'Washington' });
    await expect(change(owner, 'project.withdraw', { import: id })).rejects.toMatchObject({
      message: expect.stringContaining('since'),
    });
    await expectSound(owner);
  });
});

describe('an import with rounds that is withdrawn', () => {
  let copy: Membership & { report: ProjectImported };
  let importId: string;
  const passage = { start: text.indexOf('Washington'), end: text.indexOf('Washington') + 10 };

  beforeEach(async () => {
    copy = await remake((await person({ name: 'Nina' })).id, await held(archive, await studyWithRound()));
    importId = copy.projectId;
    expect(copy.report.counts).toMatchObject({ rounds: 1, settlements: 1, comments: 1 });
  });

  it('goes with its rounds and all that was settled and said in them', async () => {
    await change(copy, 'project.withdraw', { import: importId });
    const { rounds, settlements, comments, codings, members } = await fromDatabase(copy);
    expect([rounds, settlements, comments, codings]).toEqual([[], [], [], []]);
    expect(members.filter(({ removed }) => !removed).map(({ name }) => name)).toEqual(['Nina']);
    await expectSound(copy);
  });

  it('stays where somebody has settled or said something in its rounds since', async () => {
    const where = { roundId: copy.report.roundIds![0]!, documentId: copy.report.documentIds[0]!, ...passage };
    const said = { id: randomUUID(), ...where, text: 'And yet.' };
    await change(copy, 'comment.add', said);
    await expect(change(copy, 'project.withdraw', { import: importId })).rejects.toMatchObject({
      message: expect.stringContaining('1 comment made since'),
    });
    await change(copy, 'comment.remove', { id: said.id });
    const settlement = { id: randomUUID(), ...where, reason: '', codings: [] };
    await change(copy, 'consensus.settle', settlement);
    await expect(change(copy, 'project.withdraw', { import: importId })).rejects.toMatchObject({
      message: expect.stringContaining('1 settlement made since'),
    });
    await expectSound(copy);
  });
});
