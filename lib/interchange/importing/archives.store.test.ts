import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readWork } from '@/lib/agreement/store';
import { db } from '@/lib/db';
import { readUnits } from '@/lib/documents/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { archived, sample, studyWithRound } from '@/lib/testing/elsewhere';
import { bring, expectSound, held, hosts, remake, seen } from '@/lib/testing/importing';
import { fromDatabase } from '@/lib/testing/snapshot';
import { document, type Person } from '@/prisma/builders';
import { byClosing, type Closing } from '../closing';
import { archive } from '../formats/archive';
import { guidOf } from '../guid';
import type { Contents } from '../memory-archive';
import { anyContents } from '../testing/any-contents';

useFreshDatabase();

let olga: Person;
let owner: Membership;
let ben: Membership;

beforeEach(async () => {
  ({ olga, owner, ben } = await hosts());
});

describe('an archive that becomes a project', () => {
  it('is the project that it was, less what is said', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents(), async (contents) => {
        const made = await remake(olga.id, await held(archive, contents));
        const back = await archived(made);
        expect(core(back)).toEqual(core(contents));
        await expectSound(made);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('keeps whose own work is whose, with its finished marks, at every moment since', async () => {
    const made = await remake(olga.id, await held(archive, await sample()));
    expect(await seen(made)).toEqual(
      [
        ['restraint', 'Cleo', 'coder'],
        ['🧨 escalation', 'Ben', 'coder'],
      ].sort(),
    );
    const { documents, finished } = await fromDatabase(made);
    expect(finished).toHaveLength(1);
    const documentIds = documents.map(({ id }) => id);
    const moment = { at: new Date(Date.now() + 60_000).toISOString() };
    const then = await readWork(made.projectId, { viewerId: olga.id, sealedDocuments: [] }, { documentIds, moment });
    expect([then.codings.length, then.finished.length]).toEqual([2, 1]);
    expect((await readUnits(made.projectId, documentIds, 'sentence'))[0]!.units.sentence!.length).toBeGreaterThan(1);
  });

  it('makes no project when it fails', async () => {
    const content = await held(archive, await sample());
    const before = await db().project.count();
    const broken = { ...content, about: { ...content.about, documents: [] } };
    await expect(remake(olga.id, broken)).rejects.toMatchObject({ name: 'Refusal' });
    expect(await db().project.count()).toBe(before);
  });

  it('makes nobody’s own work in another member’s name', async () => {
    const content = await held(archive, await sample());
    await bring(owner, content, { people: { Ben: ben.userId, Cleo: olga.id } });
    expect(await seen(owner)).toEqual(
      [
        ['restraint', 'Olga', 'coder'],
        ['🧨 escalation', 'Ben', 'imported'],
      ].sort(),
    );
    expect((await fromDatabase(owner)).finished).toEqual([]);
  });
});

describe('rounds of an archive', () => {
  const round = { settlements: 1, comments: 1, rounds: 1 };
  const none = { settlements: 0, comments: 0, rounds: 0 };
  const came = async (contents: Contents, people = {}) => {
    const made = await remake(olga.id, await held(archive, contents), { people });
    await expectSound(made);
    return made.report;
  };

  it('come in where everybody in them is a placeholder or whoever imports', async () => {
    const contents = await studyWithRound();
    expect((await came(contents)).counts).toMatchObject(round);
    expect((await came(contents, { Cleo: olga.id })).counts).toMatchObject(round);
  });

  it('stay outside where two of their coders are said to be one', async () => {
    const { counts, notes } = await came(await studyWithRound(), { Cleo: olga.id, Ben: olga.id });
    expect(counts).toMatchObject(none);
    expect(notes.join(' ')).toMatch(
      /said to be a member here or to be the same as another: 1\..*not settled here: 1\..*missing: 1\./,
    );
  });

  it('stay outside where somebody in them is said to be another member', async () => {
    const { counts } = await bring(owner, await held(archive, await studyWithRound()), { people: { Ben: ben.userId } });
    expect(counts).toMatchObject(none);
    await expectSound(owner);
  });

  it('stay outside where the archive does not say how things stood when they closed', async () => {
    const { counts, notes } = await came({ ...(await studyWithRound()), closings: [] });
    expect(counts).toMatchObject(none);
    expect(notes.join(' ')).toContain('does not say how codings stood when they closed: 1.');
  });

  it('stay outside of a project that has a document already, and so does who did nothing else', async () => {
    await document(owner, { title: 'Ours', text: 'Something else.' });
    const contents = await studyWithRound();
    const idle = { ...contents, codings: contents.codings.filter(({ layer }) => layer === 'consensus'), finished: [] };
    const { counts, notes, people } = await bring(owner, await held(archive, idle));
    expect(counts).toMatchObject({ ...none, codings: 1, placeholders: 1 });
    expect(people.map(({ name }) => name)).toEqual(['Cleo']);
    expect(notes.join(' ')).toContain('Rounds did not come in: 1.');
    await expectSound(owner);
  });

  it('lack the documents that were deleted since, which is said', async () => {
    const contents = await studyWithRound();
    const rounds = contents.rounds.map((each) => ({ ...each, documentIds: [...each.documentIds, olga.id] }));
    const { counts, notes } = await came({ ...contents, rounds });
    expect(counts).toMatchObject(round);
    expect(notes.join(' ')).toContain('Documents that were deleted are missing');
  });
});

/** What an archive that becomes a project keeps: everything but open rounds, roles, and what idle members were. */
function core(contents: Contents) {
  const { documents, codes, codings, attributes, finished, coderAttributes, pairs, codebookVersion } = contents;
  const key = (id: string) => guidOf(id);
  const sorted = <T>(items: T[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    documents: sorted(
      documents.map(({ id, title, text: words, blocks, language, direction, createdAt }) => [
        key(id),
        title.trim().slice(0, 300),
        words,
        blocks.map(({ kind, start, end, level }) => [kind, start, end, level]),
        language,
        direction,
        createdAt,
      ]),
    ),
    codes: sorted(
      codes.map(({ id, parentId, color, version, archived }) => [
        key(id),
        parentId && key(parentId),
        color,
        version,
        archived,
      ]),
    ),
    codings: sorted(
      codings.map(({ id, documentId, codeId, layer, start, end, quote, memo, createdAt }) => [
        key(id),
        key(documentId),
        key(codeId),
        layer,
        start,
        end,
        quote,
        memo,
        createdAt,
      ]),
    ),
    attributes: sorted(attributes.map(({ key: name }) => name)),
    coderAttributes: sorted(coderAttributes.map(({ key: name }) => name)),
    finished: sorted(finished.map(({ documentId, at }) => [key(documentId), at])),
    pairs: sorted(pairs.map(({ id, originalId, anchors }) => [key(id), key(originalId), anchors])),
    ...{ codebookVersion, rounds: closedIn(contents) },
  };
}

/** The closed rounds with all that hangs on them, people counted and not named. */
function closedIn({ rounds, settlements, comments, closings }: Contents) {
  return byClosing(rounds).map(({ id, documentIds, coderIds, assigned, ...round }) => [
    ...[id, documentIds.toSorted(), coderIds.length, Object.keys(assigned ?? {}).sort(), round],
    settlements
      .filter(({ roundId }) => roundId === id)
      .map(({ adjudicatorId: _, ...rest }) => rest)
      .sort(byId),
    comments
      .filter(({ roundId }) => roundId === id)
      .map(({ authorId: _, mentions, ...rest }) => ({ ...rest, named: mentions.length }))
      .sort(byId),
    closings.filter(({ roundId }) => roundId === id).map(closingCore),
  ]);
}

function closingCore({ codebookVersion, documents, codes, finished, codings }: Closing) {
  return {
    codebookVersion,
    documents: documents.map(({ id, title }) => ({ id, title: title.trim().slice(0, 300) })).sort(byId),
    codes: codes
      .map(({ id, parentId, version, color, archived }) => ({ id, parentId, version, color, archived }))
      .sort(byId),
    finished: finished.map(({ documentId, at, codebookVersion: version }) => [documentId, at, version].join()).sort(),
    codings: codings.map(({ coderId: _, ...coding }) => coding).sort(byId),
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
