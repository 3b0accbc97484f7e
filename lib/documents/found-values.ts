import { fold } from '@/lib/text';
import type { Attribute, AttributeValues, FileProperty } from './document';
import { joinChosen, valueFault, type Typed } from './values';
import { plainDigits, writtenDate } from './written-date';

/** What a file says of itself beside its words. */
export type FileProperties = Partial<{ [P in FileProperty]: string }>;

/** Where a value was found: in a line of the text, or among the file's properties. */
export type Found = { key: string; value: string; where: 'line' | 'property' };

/** A statement's head is over after this many lines, and a longer line is a sentence. */
const headLines = 25;
const longestLine = 300;

/**
 * Values for a document that is about to come in: from lines like “Speaker: ...” at the top of its text where an attribute names
 * the label, else from the property that it names. Only to be looked at: people correct them before anything is stored. What does
 * not fit the attribute is given as it stands where it comes from a line, so that somebody sees it, and left out of properties.
 */
export function foundValues(
  { text, properties }: { text: string; properties: FileProperties },
  defined: readonly Attribute[],
): Found[] {
  const lines = labelled(text);
  return defined.flatMap((attribute): Found[] => {
    const line = attribute.labels?.map((label) => lines.get(comparable(label))).find((value) => value !== undefined);
    if (line !== undefined) return [{ key: attribute.key, value: fitted(attribute, line), where: 'line' }];
    const property = attribute.property && properties[attribute.property];
    const value = property ? fitted(attribute, property) : '';
    return value !== '' && valueFault(attribute, value) === null
      ? [{ key: attribute.key, value, where: 'property' }]
      : [];
  });
}

/** The found values as a document carries them. */
export function valuesOf(found: readonly Found[]): AttributeValues {
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
}

/** Of a file's properties those that an attribute asks for: names of authors that nobody asked for stay where they are. */
export function askedProperties(properties: FileProperties, defined: readonly Attribute[]): FileProperties {
  const asked = new Set(defined.map(({ property }) => property as string | undefined));
  return Object.fromEntries(Object.entries(properties).filter(([name]) => asked.has(name)));
}

/** True of a line that an attribute is read from: it says “Speaker: V. Orlov” and is no name of the text that it stands above. */
export function isLabelled(line: string, defined: readonly Attribute[]): boolean {
  const [label] = labelled(line).keys();
  return defined.some(({ labels = [] }) => labels.some((each) => comparable(each) === label));
}

/** A value from elsewhere as an attribute writes it: dates in ISO 8601, numbers in plain digits, options in their own spelling. */
export function fitted({ type, options }: Typed, said: string): string {
  const value = said.replace(/\s+/gu, ' ').trim().slice(0, 2_000);
  if (type === 'date') return writtenDate(value) ?? value;
  if (type === 'number') return plainNumber(value);
  if (type === 'one-of') return spelled(options, value);
  if (type === 'many-of') return joinChosen([...new Set(partsOf(value).map((part) => spelled(options, part)))]);
  return value;
}

/** What a value names several of, as people write it: with semicolons or commas between. */
export function partsOf(value: string): string[] {
  return value
    .split(/[;,]/)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

/** Spaces group thousands; in Arabic and Persian so do “٬”, and “٫” is the point. A comma may be either and stays. */
function plainNumber(value: string): string {
  return plainDigits(value)
    .replace(/(?<=\d)[ \u066c](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d)\u066b(?=\d)/u, '.');
}

/** What stands after a colon in the lines at the top, by what stands before it; the first of equal labels. */
function labelled(text: string): Map<string, string> {
  const lines = text
    .slice(0, headLines * longestLine)
    .split('\n')
    .map((line) => line.trim());
  const found = new Map<string, string>();
  for (const line of lines.filter((each) => each !== '').slice(0, headLines)) {
    const [, label, value] = /^(.{1,100}?)\s*[:：]\s*(\S.*)$/u.exec(line.slice(0, longestLine)) ?? [];
    if (label && value && !found.has(comparable(label)))
      found.set(comparable(label), value.replace(/^[*_]+\s*|\s*[*_]+$/gu, ''));
  }
  return found;
}

function spelled(options: readonly string[], value: string): string {
  if (options.includes(value)) return value;
  const said = comparable(value);
  return options.find((option) => comparable(option) === said) ?? value;
}

/** Words without what tells nobody apart: case, accents, and marks of Markdown around them. */
export function comparable(words: string): string {
  return fold(words.replace(/[*_#]/g, ''), { accents: 'ignore' }).text.trim();
}
