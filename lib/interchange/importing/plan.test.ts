import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyContents } from '../testing/any-contents';
import { archive } from '../formats/archive';
import { refiProject } from '../formats/refi-project';
import { memoryArchive, type Contents } from '../memory-archive';
import type { ImportChoices } from './changes';
import type { About } from './content';
import type { Here } from './here';
import { aboutOf, piecesOf } from './pieces';
import { planImport } from './plan';
import { newProject, previewOf } from './preview';

const empty = newProject({ id: '0198c0de-0000-7000-8000-000000000001', name: 'Olga' });

const aboutFile = (contents: Contents) => aboutOf(refiProject, { archive: memoryArchive(contents), notes: [] });

function choices(about: About, rest: Partial<ImportChoices> = {}): ImportChoices {
  const people = about.people.map(({ id }) => ({ key: id, memberId: null }));
  return { source: 'x', codes: 'join', documents: 'join', people, ...rest };
}

/** What a project would hold after an import into an empty one. */
function after(about: About): Here {
  const plan = planImport(about, empty, choices(about));
  const documents = about.documents.flatMap(({ id, title, sha256 }) => {
    const placed = plan.documents.get(id);
    return placed ? [{ id: placed.id, title, sha256, sealed: false }] : [];
  });
  return {
    ...empty,
    members: [...empty.members, ...plan.placeholders],
    attributes: plan.attributes.added,
    codes: plan.codes.added,
    documents,
    taken: new Set([...documents, ...plan.codes.added].map(({ id }) => id)),
  };
}

describe('whatever a file holds', () => {
  it('each of its codes, people and texts has a place, no id is given twice, and siblings have names of their own', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents(), fc.constantFrom('join', 'new'), async (contents, way) => {
        const about = await aboutFile(contents);
        const here = after(about);
        const plan = planImport(about, here, choices(about, { codes: way, documents: way }));
        expect([...plan.codes.here.keys()].sort()).toEqual(about.codes.map(({ id }) => id).sort());
        const asked = previewOf(about, here).people.map(({ key }) => key);
        expect([...plan.people.keys()].sort()).toEqual(asked.sort());
        const added = [...plan.codes.added.map(({ id }) => id), ...fresh(plan.documents.values())];
        expect(new Set([...added, ...here.taken]).size).toBe(added.length + here.taken.size);
        const places = [...here.codes, ...plan.codes.added].map(
          ({ parentId, name }) => `${parentId} ${name.toLowerCase()}`,
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 40 },
    );
  });

  it('what came in once meets itself: every code and every text joins, and nothing new is made of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents(), async (contents) => {
        // Siblings of one name are told apart by a number, and meet the first of them again.
        const about = await aboutFile(unlike(contents));
        const here = after(about);
        const plan = planImport(about, here, choices(about));
        expect([plan.codes.added, plan.attributes.added, fresh(plan.documents.values())]).toEqual([[], [], []]);
        expect(previewOf(about, here).codes).toHaveLength(about.codes.length);
      }),
      { numRuns: 40 },
    );
  });

  it('its pieces are its documents and all its codings, each with the document before it', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents(), async (contents) => {
        let at = '';
        let codings = 0;
        for await (const piece of piecesOf(memoryArchive(contents))) {
          if ('document' in piece) at = piece.document.id;
          else
            for (const { item, to } of piece.codings)
              expect([item.documentId, (codings += Number(to === null))]).toEqual([at, codings]);
        }
        expect(codings).toBe(contents.codings.length);
      }),
      { numRuns: 30 },
    );
  });
});

it('an attribute with the key of another kind comes in under a key of its own, and so do its values', async () => {
  const [contents] = fc.sample(anyContents(), 1) as [Contents];
  const about = await aboutFile({
    ...contents,
    attributes: [{ ...contents.attributes[0]!, key: 'speaker', type: 'text', options: [] }],
  });
  const here: Here = { ...empty, attributes: [{ ...about.attributes[0]!, id: empty.actorId, type: 'date' }] };
  const plan = planImport(about, here, choices(about));
  expect(plan.attributes.keys.get('speaker')).toBe('speaker_2');
  expect(plan.notes.sentences().join()).toContain('another kind of attribute');
});

it('proposes a member for a name only where exactly one has it, and applies nothing that was not chosen', async () => {
  const [contents] = fc.sample(
    anyContents().filter(({ codings }) => codings.length > 0),
    1,
  ) as [Contents];
  const about = await aboutFile(contents);
  const { id, name } = about.people[0]!;
  const twin = { ...empty.members[0]!, id, name };
  const proposed = (members: Here['members']) => previewOf(about, { ...empty, members }).people[0]!.suggested;
  expect([proposed([twin]), proposed([twin, { ...twin, id: empty.actorId }]), proposed([])]).toEqual([id, null, null]);
  expect(() => planImport(about, { ...empty, members: [twin] }, choices(about, { people: [] }))).toThrow(
    'Please say who',
  );
});

it('keeps layers only of an archive, and only where nothing was before', async () => {
  const [contents] = fc.sample(anyContents(), 1) as [Contents];
  const about = await aboutOf(archive, { archive: memoryArchive(contents), notes: [] });
  expect(planImport(about, empty, choices(about)).keeps).toBe(true);
  expect(planImport(about, { ...empty, taken: new Set(['x']) }, choices(about)).keeps).toBe(false);
  expect(planImport(await aboutFile(contents), empty, choices(about)).keeps).toBe(false);
});

function fresh(placed: Iterable<{ id: string; joins: boolean }>): string[] {
  return [...placed].flatMap(({ id, joins }) => (joins ? [] : [id]));
}

function unlike(contents: Contents): Contents {
  return { ...contents, codes: contents.codes.map((code, at) => ({ ...code, name: `${at} ${code.name}` })) };
}
