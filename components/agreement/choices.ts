import { levels, rules, type Level, type Rule } from '@/lib/agreement';
import { documentFilter, filterTerms, type DocumentFilter } from '@/lib/documents';

/** Codes each by themselves; children counted as their parents too; or one level of the tree, what lies below counted in. */
export type CodeView = 'each' | 'rolled' | `level-${number}`;

/** The level that a view shows, 1 for the codes on top; null for views of all codes. */
export function levelOf(view: CodeView): number | null {
  return view.startsWith('level-') ? Number(view.slice('level-'.length)) : null;
}

/** What the reader of the page chose, as the address says it. Null means all. */
export type AskedChoices = {
  documents: string[] | null;
  /** What documents must say of themselves. */
  where: DocumentFilter;
  /** A closed round: its documents and coders, as they were when it closed. Documents or coders chosen beside it narrow it. */
  round: string | null;
  /** A day, YYYY-MM-DD: everything as it was when that day ended, by UTC. A round has its own moment. */
  at: string | null;
  coders: string[] | null;
  unit: Level;
  rule: Rule;
  codes: CodeView;
  only: string[] | null;
  /** The key of the coder attribute by which coders are split. */
  by: string | null;
};

export type SearchParams = Record<string, string | string[] | undefined>;

export const usualChoices: AskedChoices = {
  documents: null,
  where: {},
  round: null,
  at: null,
  coders: null,
  unit: 'sentence',
  rule: 'any',
  codes: 'each',
  only: null,
  by: null,
};

/** The choices an address makes. What it does not say, or says wrongly, is as usual. */
export function readChoices(params: SearchParams): AskedChoices {
  return {
    documents: listIn(params.documents),
    where: documentFilter([params.where ?? []].flat().filter((each) => each.includes(':'))),
    round: listIn(params.round)?.[0] ?? null,
    at: dayIn(params.at),
    coders: listIn(params.coders),
    unit: oneOf(levels, params.unit) ?? usualChoices.unit,
    rule: oneOf(rules, params.rule) ?? usualChoices.rule,
    codes: viewIn(params.codes) ?? usualChoices.codes,
    only: listIn(params.only),
    by: listIn(params.by)?.[0] ?? null,
  };
}

/** The choices as the end of an address, without what is usual; `more` is added. Empty, or begins with `?`. */
export function queryOf(choices: AskedChoices, more: Record<string, string | null> = {}): string {
  const { documents, where, round, at, coders, unit, rule, codes, only, by } = choices;
  const said = Object.entries({
    documents: documents?.join(',') ?? null,
    round,
    at,
    coders: coders?.join(',') ?? null,
    unit: unit === usualChoices.unit ? null : unit,
    rule: rule === usualChoices.rule ? null : rule,
    codes: codes === usualChoices.codes ? null : codes,
    only: only?.join(',') ?? null,
    by,
    ...more,
  }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const filter = filterTerms(where).map((term): [string, string] => ['where', term]);
  const query = [...said, ...filter]
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
  return query && `?${query}`;
}

/** The same address, narrowed to two coders. */
export function pairLink(to: string, pair: readonly [string, string]): string {
  const [path = '', query = ''] = to.split('?');
  const params = new URLSearchParams(query);
  params.set('coders', pair.join(','));
  return `${path}?${params.toString().replaceAll('%2C', ',')}`;
}

/** The ids in a parameter that is given once with commas, or several times; null where it names nothing. */
function listIn(param: string | string[] | undefined): string[] | null {
  const ids = [param ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((id) => id.trim())
    .filter(Boolean);
  return ids.length > 0 ? [...new Set(ids)] : null;
}

function oneOf<T extends string>(allowed: readonly T[], param: string | string[] | undefined): T | null {
  return allowed.find((each) => each === param) ?? null;
}

function viewIn(param: string | string[] | undefined): CodeView | null {
  if (param === 'each' || param === 'rolled') return param;
  return typeof param === 'string' && /^level-[1-9]$/.test(param) ? (param as CodeView) : null;
}

/** A day that the calendar has. */
function dayIn(param: string | string[] | undefined): string | null {
  if (typeof param !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(param)) return null;
  const time = Date.parse(`${param}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(param) ? param : null;
}
