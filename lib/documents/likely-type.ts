import { comparable, fitted, partsOf } from './found-values';
import { valueFault, type Typed } from './values';
import { writtenDate } from './written-date';

/** So many filled cells, spread over the column, are looked at before its type is proposed. */
const looked = 500;
/** The share of cells that must fit: one that does not is more likely a slip, to be named, than a sign that all are text. */
const enough = 0.95;
/** A choice has at most so many options, none of them a sentence, and each is said several times on average. */
const choice = { options: 20, length: 60, times: 3 };

/**
 * What a column of cells most likely holds, for somebody to look at: addresses, dates, numbers, codes of languages, one or several of
 * few values, else text. Numbers that begin with a zero or that programs would round are names of things, and so is a “date” before
 * 1500, which in a table of statements is one of another calendar.
 */
export function likelyType(cells: readonly string[]): Typed {
  const filled = filledOf(cells);
  const sample = spread(filled);
  const type = scalars.find((each) => isMostly(sample, signs[each]));
  return type ? { type, options: [] } : (likelyChoice(filled) ?? { type: 'text', options: [] });
}

/** What a column of this type holds: for those to choose from, the different values of its cells, each in the spelling met first. */
export function typedColumn(type: Typed['type'], cells: readonly string[]): Typed {
  if (type === 'many-of') return { type, options: optionsOf(cells.flatMap(partsOf)) };
  return { type, options: type === 'one-of' ? optionsOf(filledOf(cells)) : [] };
}

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()).filter(Boolean);
}

const scalars = ['url', 'date', 'number', 'language'] as const;

const signs: Record<(typeof scalars)[number], (value: string) => boolean> = {
  url: (value) => valueFault({ type: 'url', options: [] }, value) === null,
  date: isLikelyDate,
  number: isLikelyNumber,
  language: isKnownLanguage,
};

function isMostly(sample: readonly string[], is: (value: string) => boolean): boolean {
  return sample.length > 0 && sample.filter(is).length >= enough * sample.length;
}

/** Numbers of four digits are years only where statements could be of them. */
function isLikelyDate(value: string): boolean {
  const date = writtenDate(value);
  if (date === null) return false;
  const year = Number(date.slice(0, 4));
  return date.length > 4 ? year >= 1500 : year >= 1800 && year <= 2100;
}

function isLikelyNumber(value: string): boolean {
  const number = fitted({ type: 'number', options: [] }, value);
  return number.length <= 15 && /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(number);
}

/** A code in small letters that has a name: “RU” and “UA” are countries, and “yes” is none. */
function isKnownLanguage(value: string): boolean {
  const [, code] = /^([a-z]{2,3})(?:-[A-Za-z0-9]{2,8})*$/.exec(value) ?? [];
  return code !== undefined && languages.of(code) !== undefined;
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function likelyChoice(filled: readonly string[]): Typed | null {
  const several = filled.some((value) => value.includes(';')) && !filled.some((value) => value.includes(','));
  const said = several ? filled.flatMap(partsOf) : filled;
  if (said.some((value) => value.length > choice.length || value.includes(';'))) return null;
  if (new Set(said).size * choice.times > said.length) return null;
  const options = optionsOf(said);
  if (options.length < 2 || options.length > choice.options) return null;
  return { type: several ? 'many-of' : 'one-of', options };
}

/** Different values in the order of the alphabet; of those that differ in case or accents alone, the one met first. */
function optionsOf(said: readonly string[]): string[] {
  const options = new Map<string, string>();
  for (const spelling of new Set(said)) {
    const key = comparable(spelling);
    if (!options.has(key)) options.set(key, spelling);
  }
  return [...options.values()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function spread(values: readonly string[]): string[] {
  const step = Math.max(1, values.length / looked);
  return Array.from({ length: Math.min(looked, values.length) }, (_, at) => values[Math.floor(at * step)]!);
}
