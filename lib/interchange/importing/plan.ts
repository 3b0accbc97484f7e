import { longestText, type Attribute, type Pair } from '@/lib/documents';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/log';
import type { CoderAttribute, Member } from '@/lib/projects';
import type { About, Person } from './content';
import type { ImportChoices } from './changes';
import { fittingName } from './fitting';
import { freeId } from './free-id';
import { isEmpty, type Here } from './here';
import { Notes } from './notes';
import { planAttributes, valuesHere, valuesUnder, type AttributePlan } from './plan-attributes';
import { planCodes, withFormer, type CodePlan } from './plan-codes';
import { planPairs } from './plan-pairs';
import { planRounds, type RoundPlan } from './plan-rounds';

/** Where a document of the file goes: to one that is here, or in as a new one. */
export type Placed = { id: string; joins: boolean };

/** What an import will do, decided before it does anything: each id of the file with the id it has here. */
export type Plan = {
  keeps: boolean;
  people: ReadonlyMap<string, string>;
  /** Ids in the file of those whose own work is nobody else's here: whoever imports, and placeholders. */
  vouched: ReadonlySet<string>;
  /** Those among them who get a placeholder. */
  placeholders: Member[];
  coderAttributes: AttributePlan<CoderAttribute>;
  attributes: AttributePlan<Attribute>;
  codes: CodePlan;
  documents: ReadonlyMap<string, Placed>;
  pairs: readonly Pair[];
  rounds: RoundPlan;
  notes: Notes;
};

/**
 * Decides what becomes of each thing in a file. Never overwrites: what is here keeps its title, name, rules and values.
 * Refused is only what the choices leave open: a person without a place, a document under an open round.
 */
export function planImport(about: About, here: Here, choices: ImportChoices): Plan {
  const notes = new Notes(about.notes);
  const keeps = keepsLayers(about, here);
  const coderAttributes = planAttributes(keeps ? about.coderAttributes : [], {
    ...{ here: here.coderAttributes, notes },
    values: valuesUnder(about.people),
  });
  const { people, placeholders } = planPeople(about, here, { choices, keys: coderAttributes.keys });
  const held = new Set(placeholders.map(({ id }) => id));
  const isVouched = (id: string) => id === here.actorId || held.has(id);
  const vouched = new Set([...people.keys()].filter((id) => isVouched(people.get(id)!)));
  const attributes = planAttributes(about.attributes, {
    ...{ here: here.attributes, notes },
    values: valuesUnder(about.documents),
  });
  const documents = planDocuments(about, here, choices.documents === 'join');
  noteWhatStays(about, { keeps, documents, notes });
  const rounds = planRounds(about, { keeps, people, vouched, documents, keys: attributes.keys, notes });
  return {
    ...{ keeps, people, placeholders, coderAttributes, attributes, vouched, documents, rounds, notes },
    codes: withFormer(planCodes(about.codes, here, { join: choices.codes === 'join', keeps, notes }), rounds.past),
    pairs: planPairs(about.pairs, { keeps, documents, notes }),
  };
}

/**
 * An archive of Concord says who vouched for which silence and which codings are whose own. In an empty project, where its
 * codebook is the only one, that stays true; anywhere else it comes in as any other file does, as imported.
 */
export function keepsLayers({ format }: About, here: Here): boolean {
  return format.name === 'archive' && isEmpty(here);
}

/** Those who have to be somebody here: outside an empty project rounds stay behind, and with them who did nothing else. */
export function peopleIn(about: About, here: Here): Person[] {
  return keepsLayers(about, here) ? about.people : about.people.filter(({ codings, marks }) => codings + marks > 0);
}

type Deciding = { choices: ImportChoices; keys: ReadonlyMap<string, string> };

function planPeople(about: About, here: Here, { choices, keys }: Deciding): Pick<Plan, 'people' | 'placeholders'> {
  const chosen = new Map(choices.people.map(({ key, memberId }) => [key, memberId]));
  const present = new Set(here.members.filter(({ removed }) => !removed).map(({ id }) => id));
  const people = new Map<string, string>();
  const placeholders: Member[] = [];
  for (const { id, name, attributes } of peopleIn(about, here)) {
    const memberId = chosen.get(id);
    if (memberId === undefined) throw new Refusal('invalid', `Please say who “${name}” is in this project.`);
    if (memberId !== null && !present.has(memberId)) {
      throw new Refusal(
        'conflict',
        `Whoever was to be “${name}” is no member of this project any more. Please choose again.`,
      );
    }
    people.set(id, memberId ?? newId());
    if (memberId !== null) continue;
    placeholders.push({
      ...{
        id: people.get(id)!,
        name: fittingName(name, 200, 'Unknown coder'),
        role: 'viewer',
        removed: false,
        placeholder: true,
      },
      ...{ shade: here.members.length + placeholders.length, attributes: valuesHere(attributes, keys) },
    });
  }
  return { people, placeholders };
}

function planDocuments(about: About, here: Here, join: boolean): Map<string, Placed> {
  const byText = new Map(here.documents.map((document) => [document.sha256, document]));
  const used = new Set(here.taken);
  const placed = new Map<string, Placed>();
  for (const { id, sha256, title, length, codings } of about.documents) {
    if (length === 0) continue;
    if (length > longestText) {
      throw new Refusal(
        'invalid',
        `“${title}” is longer than a document may be. Please split it before you export it.`,
      );
    }
    const there = join ? byText.get(sha256) : undefined;
    if (there?.sealed && codings > 0) refuseSealed(there.title);
    placed.set(id, there ? { id: there.id, joins: true } : { id: freeId(id, used), joins: false });
  }
  return placed;
}

function refuseSealed(title: string): never {
  throw new Refusal(
    'conflict',
    `A round is open on “${title}”, which has the same text as a document of the file. Close the round first, or let documents that are here come in as new ones.`,
  );
}

type Decided = Pick<Plan, 'keeps' | 'documents' | 'notes'>;

/** What has no place here, whatever was chosen, and what stays as it is here. */
function noteWhatStays(about: About, { keeps, documents, notes }: Decided): void {
  const joined = [...documents.values()].filter(({ joins }) => joins).length;
  notes.note('Documents that were here already keep the title and the values that they have here: #.', joined);
  notes.note('Documents without a text did not come in: #.', about.documents.length - documents.size);
  if (keeps) {
    notes.note('Members who did nothing in it did not come in: #.', about.idle);
    return;
  }
  const silence =
    'Finished marks did not come in, so that nothing uncoded counts as a no that nobody here has given: #.';
  notes.note(silence, about.finished.length);
  notes.note('Attributes of coders did not come in: #.', about.coderAttributes.length);
  if (about.format.name === 'archive') notes.note('All codings came in as imported; agreement does not count them.');
}
