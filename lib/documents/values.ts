import type { Attribute, AttributeValues } from './document';

/** What decides whether a value fits: the same for documents and for whoever else is described by typed fields. */
export type Typed = Pick<Attribute, 'type' | 'options'>;

/**
 * What is wrong with a value of such an attribute, as a sentence that says how to write it, or null. A blank is a missing
 * value and never wrong here; whether one may be missing is `recordFault`'s question.
 */
export function valueFault({ type, options }: Typed, value: string): string | null {
  const said = value.trim();
  if (said === '') return null;
  if (type === 'one-of') return options.includes(said) ? null : `Choose one of ${named(options)}.`;
  if (type === 'many-of') return manyFault(options, said);
  return type === 'text' || fits[type](said) ? null : howTo[type];
}

/** A document's values on their way in: `title` names it in what people read, `before` are the values it has now. */
export type Recorded = { title: string; values: AttributeValues; before?: AttributeValues };

/**
 * What is wrong with a document's values, as a sentence that names document, attribute, value and the way out; null if
 * nothing is. Values that stay as they were are not judged again: a definition may have changed while the document was
 * deleted, and whoever corrects one value should not have to correct another first. For the same reason a required value is missed
 * where the document is new or had it.
 */
export function recordFault({ title, values, before }: Recorded, defined: readonly Attribute[]): string | null {
  const attributes = new Map(defined.map((each) => [each.key, each]));
  for (const [key, value] of Object.entries(values)) {
    if (value === before?.[key]) continue;
    const attribute = attributes.get(key);
    if (!attribute) return `This project has no attribute “${key}”. Define it first, or leave it out.`;
    const fault = valueFault(attribute, value);
    if (fault) return `“${title}” cannot have “${shortened(value)}” as “${attribute.name}”. ${fault}`;
  }
  const missing = defined.find(({ key, required }) => required && !values[key]?.trim() && (!before || before[key]));
  return missing
    ? `“${title}” has no “${missing.name}”, which is required. Fill it in, or make the attribute optional first.`
    : null;
}

/** The values without blanks: a missing value is a missing key. */
export function filled(values: AttributeValues): AttributeValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}

/** Values after some of them were set; a blank takes a value away. */
export function withSet(values: AttributeValues, set: AttributeValues): AttributeValues {
  return filled({ ...values, ...set });
}

/** The chosen options of a many-of attribute, which is kept as one value with semicolons between. */
export function chosenOf(value: string): string[] {
  return value
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);
}

export function joinChosen(chosen: readonly string[]): string {
  return chosen.join('; ');
}

/**
 * A year, a month or a day that the calendar has; or a day with a time, which then says its zone, since statements
 * of one evening come from many. ISO 8601: 2023, 2023-03, 2023-03-09, 2023-03-09T14:30+03:00.
 */
export function isDate(value: string): boolean {
  const [, day, time, zone] = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T([\d:.]+)(Z|[+-]\d{2}:\d{2}))?$/.exec(value) ?? [];
  if (!day || (time && day.length < 10)) return false;
  const whole = `${day}-01-01`.slice(0, 10);
  const date = new Date(`${whole}T00:00:00Z`);
  const onCalendar = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
  return onCalendar && (!time || (isTime(time) && isZone(zone!)));
}

function isTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/.test(time);
}

/** Clocks differ from UTC by 14 hours at most. */
function isZone(zone: string): boolean {
  return zone === 'Z' || /^[+-](?:0\d|1[0-4]):[0-5]\d$/.test(zone);
}

function manyFault(options: readonly string[], value: string): string | null {
  const chosen = chosenOf(value);
  const other = chosen.find((each) => !options.includes(each));
  if (other !== undefined) return `“${shortened(other)}” is none of ${named(options)}.`;
  return new Set(chosen).size === chosen.length ? null : 'Name each of the options once.';
}

const fits = {
  number: (value: string) => /^[+-]?\d+(?:\.\d+)?$/.test(value),
  date: isDate,
  language: (value: string) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value),
  url: (value: string) => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value),
};

const howTo = {
  number: 'Write a number, with a point for decimals.',
  date: 'Write the date as 2023-03-09, or 2023-03, or 2023; with a time also its zone, as 2023-03-09T14:30+03:00.',
  language: 'Write the language as its code, such as en, fa or ru.',
  url: 'Write a web address that begins with http:// or https://.',
} satisfies { [T in keyof typeof fits]: string };

/** The options in words; of many, the first. */
function named(options: readonly string[]): string {
  const first = options.slice(0, 8).map((option) => `“${shortened(option)}”`);
  return first.join(', ') + (options.length > first.length ? ` and ${options.length - first.length} more` : '');
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
