import type { CodeExample } from '@/lib/codebook';
import { Refusal } from '@/lib/errors';
import type { Draft } from '../draft';
import { guid } from '../guid';
import { childOf, childrenOf, type XmlElement } from '../xml-read';
import { exampleNotes, ruleNotes } from './write-codes';

/** A note as it was read: what others refer to. */
export type ReadNote = { name: string; text: string; description: string };
export type ReadNotes = ReadonlyMap<string, ReadNote>;

/** Ids as files have them: GUIDs in any spelling are one, whatever else is kept as it stands. */
export function key(raw: string | undefined): string {
  return guid(raw) ?? raw ?? '';
}

/** Takes the codes of a `CodeBook` element into a draft; gives back their ids by key. */
export function readCodes(
  draft: Draft,
  codeBook: XmlElement | undefined,
  { notes = new Map(), origin = '' }: { notes?: ReadNotes; origin?: string | undefined } = {},
): Map<string, string> {
  const ids = new Map<string, string>();
  const visit = (element: XmlElement, parentId: string | null) => {
    const id = readCode(draft, element, { parentId, notes, ids, exact: origin === 'Concord' });
    for (const child of childrenOf(element, 'Code')) visit(child, id);
  };
  for (const element of childrenOf(childOf(codeBook, 'Codes'), 'Code')) visit(element, null);
  return ids;
}

/** `exact`: Concord wrote the file, so that white space around a definition belongs to it. */
type About = { parentId: string | null; notes: ReadNotes; ids: Map<string, string>; exact: boolean };

function readCode(draft: Draft, element: XmlElement, { parentId, notes, ids, exact }: About): string {
  const name = element.attributes.get('name') ?? '';
  const own = key(element.attributes.get('guid') ?? element.attributes.get('id'));
  if (own === '') throw new Refusal('unreadable', `The code “${name}” has no guid. Export the file again.`);
  if (!guid(own)) draft.note('Codes with an id that is no GUID, which got one: #.');
  if (element.attributes.get('isCodable') === 'false')
    draft.note('Codes that were headings only, and can be used here: #.');
  const about = childOf(element, 'Description')?.text.trim() || element.attributes.get('description');
  const description = childOf(element, 'Description')?.text ?? about ?? '';
  const id = draft.code(own, name, {
    parentId,
    color: colorOf(draft, element.attributes.get('color')),
    ...rulesOf(element, !exact && indented(description) ? description.trim() : description, notes),
  });
  ids.set(own, id);
  return id;
}

/** Notes that Concord wrote become rules and examples again; what others wrote goes below the definition. */
function rulesOf(element: XmlElement, description: string, notes: ReadNotes) {
  const rules = {
    definition: description,
    useWhen: '',
    avoidWhen: '',
    examples: [] as CodeExample[],
  };
  const referred = childrenOf(element, 'NoteRef').map((ref) => notes.get(key(ref.attributes.get('targetGUID'))));
  for (const note of referred.filter((each) => each !== undefined)) {
    if (note.name === ruleNotes.useWhen && !rules.useWhen) rules.useWhen = note.text;
    else if (note.name === ruleNotes.avoidWhen && !rules.avoidWhen) rules.avoidWhen = note.text;
    else if (note.name === exampleNotes.example || note.name === exampleNotes.counter) {
      rules.examples.push({ text: note.text, note: note.description, counter: note.name === exampleNotes.counter });
    } else rules.definition = [rules.definition, note.text].filter(Boolean).join('\n\n');
  }
  return rules;
}

/** True for words that stand in lines of their own between the tags, as a person would write them. */
function indented(description: string): boolean {
  return /^\s*\n/.test(description) && /\n\s*$/.test(description);
}

/** `#rrggbb` of whatever a program took for a colour; undefined, which lets the draft choose, for anything else. */
export function colorOf(draft: Draft, raw: string | undefined): string | undefined {
  if (raw === undefined || raw === '') return undefined;
  const hex = /^#([0-9a-f]{6})([0-9a-f]{2})?$/i.exec(raw.trim())?.[1];
  if (hex) return `#${hex.toLowerCase()}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(raw.trim());
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')
      .toLowerCase()}`;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(raw.trim())?.slice(1).map(Number);
  if (parts?.every((part) => part <= 255))
    return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  draft.note('Codes with a colour that is none, which got another: #.');
  return undefined;
}
