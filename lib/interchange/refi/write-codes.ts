import { tree, type Code, type CodeNode } from '@/lib/codebook';
import { guidOf, nameGuid } from '../guid';
import { xmlAttributes, xmlText } from '../xml-write';

/** A note of the standard: words of their own, that something else refers to. */
export type Note = { guid: string; name: string; text: string; description?: string; createdAt?: string };

/**
 * Names of the notes that carry what the standard has no place for. Other programs show them as memos of the code; read
 * back, they become rules and examples again.
 */
export const ruleNotes = { useWhen: 'Use when', avoidWhen: 'Avoid when' } as const;
export const exampleNotes = { example: 'Example', counter: 'Counterexample' } as const;

/** The codes as nested elements. With a list for notes, rules and examples are put there and referred to. */
export function codesXml(codes: readonly Code[], notes: Note[] | null): string {
  return `<Codes>${tree(codes)
    .map((node) => codeXml(node, notes))
    .join('')}</Codes>`;
}

function codeXml({ code, children }: CodeNode, notes: Note[] | null): string {
  const { id, name, color, definition, archived } = code;
  const own = notes ? notesOf(code) : [];
  notes?.push(...own);
  const inside = [
    definition && `<Description>${xmlText(definition)}</Description>`,
    ...own.map(({ guid }) => noteRef(guid)),
    ...children.map((child) => codeXml(child, notes)),
  ].join('');
  return `<Code${xmlAttributes({ guid: guidOf(id), name, isCodable: !archived, color })}>${inside}</Code>`;
}

export function noteRef(guid: string): string {
  return `<NoteRef targetGUID="${guid}"/>`;
}

function notesOf({ id, useWhen, avoidWhen, examples }: Code): Note[] {
  const rules = Object.entries({ useWhen, avoidWhen }).filter(([, text]) => text !== '');
  return [
    ...rules.map(([field, text]) => ({
      guid: nameGuid('note', id, field),
      name: ruleNotes[field as keyof typeof ruleNotes],
      text,
    })),
    ...examples.map(({ text, note, counter }, index) => ({
      guid: nameGuid('note', id, 'example', String(index)),
      name: counter ? exampleNotes.counter : exampleNotes.example,
      text,
      description: note,
    })),
  ];
}
