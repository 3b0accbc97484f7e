import { inOrder, pathSeparator } from '@/lib/codebook';
import type { About } from './content';
import { cut, fittingName, storable } from './fitting';
import { isEmpty, type Here } from './here';
import { Notes } from './notes';
import { keepsLayers, peopleIn } from './plan';
import { planAttributes, valuesUnder } from './plan-attributes';
import { planCodes } from './plan-codes';
import { noteStaying } from './plan-rounds';

/** What somebody looks at before anything is stored: what a file holds, and where it meets what is here. */
export type Preview = {
  format: string;
  loses: readonly string[];
  title: string;
  keeps: boolean;
  counts: Record<
    'documents' | 'codes' | 'codings' | 'attributes' | 'finished' | 'pairs' | 'rounds' | 'settlements' | 'comments',
    number
  >;
  /** Everybody who did something in the file; `suggested` is the one member here of exactly this name. */
  people: { key: string; name: string; codings: number; suggested: string | null }[];
  /** Who they can be. */
  members: { id: string; name: string; placeholder: boolean }[];
  /** Paths of codes that are here already. */
  codes: string[];
  /** Documents of the file whose text is here already. `sealed`: a round is open on the one here, and it would get codings. */
  documents: { title: string; here: string; sealed: boolean }[];
  /** What else would come in otherwise than it stands there, and what the reader had to say. Whole sentences. */
  notes: string[];
};

/** What a new project of this person would have in it: them. */
export function newProject({ id, name }: { id: string; name: string }): Here {
  const owner = { id, name, role: 'owner', shade: 0, removed: false, attributes: {} } as const;
  const empty = { coderAttributes: [], attributes: [], codes: [], documents: [], taken: new Set<string>() };
  return { actorId: id, members: [owner], ...empty };
}

/** What a project made of a file is called. */
export function projectIn({ title, description }: About): { title: string; description: string } {
  return { title: fittingName(title, 200, 'Imported project'), description: cut(storable(description), 20_000) };
}

export function previewOf(about: About, here: Here): Preview {
  const notes = new Notes(about.notes);
  planAttributes(about.attributes, { here: here.attributes, values: valuesUnder(about.documents), notes });
  noteStaying(about, keepsLayers(about, here), notes);
  const members = here.members.filter(({ removed }) => !removed);
  const byText = new Map(here.documents.map((document) => [document.sha256, document]));
  return {
    ...{ format: about.format.title, loses: about.format.loses, title: about.title, keeps: keepsLayers(about, here) },
    counts: {
      ...{ documents: about.documents.length, codes: about.codes.length, codings: about.codings },
      ...{ attributes: about.attributes.length, finished: about.finished.length, pairs: about.pairs.length },
      ...{ rounds: about.rounds.length, settlements: about.settlements.length, comments: about.comments.length },
    },
    people: peopleIn(about, here).map(({ id, name, codings }) => {
      return { key: id, name, codings, suggested: onlyOne(members, name) };
    }),
    members: members.map(({ id, name, placeholder = false }) => ({ id, name, placeholder })),
    codes: isEmpty(here) ? [] : pathsHere(about, here),
    documents: about.documents.flatMap(({ title, sha256, codings }) => {
      const there = byText.get(sha256);
      return there ? [{ title, here: there.title, sealed: there.sealed && codings > 0 }] : [];
    }),
    notes: notes.sentences(),
  };
}

/** A name that two members share tells nothing. */
function onlyOne(members: Here['members'], name: string): string | null {
  const named = members.filter((member) => member.name === name);
  return named.length === 1 ? named[0]!.id : null;
}

function pathsHere(about: About, here: Here): string[] {
  const { here: found, added } = planCodes(about.codes, here, { join: true, keeps: false, notes: new Notes() });
  const fresh = new Set(added.map(({ id }) => id));
  const paths = new Map<string, string>();
  return inOrder(about.codes).flatMap(({ code, depth }) => {
    const above = depth === 0 ? [] : [paths.get(code.parentId!)!];
    paths.set(code.id, [...above, code.name].join(pathSeparator));
    return fresh.has(found.get(code.id)!) ? [] : [paths.get(code.id)!];
  });
}
