import { levels, rules, type Level, type Rule } from '@/lib/agreement';

/** Codes each by themselves; children counted as their parents too; or top codes only, children counted in. */
export const codeViews = ['each', 'rolled', 'top'] as const;
export type CodeView = (typeof codeViews)[number];

/** What the reader of the page chose, as the address says it. Null means all. */
export type AskedChoices = {
  documents: string[] | null;
  /** A closed round: its documents and coders. Documents or coders chosen beside it narrow it. */
  round: string | null;
  coders: string[] | null;
  unit: Level;
  rule: Rule;
  codes: CodeView;
};

export type SearchParams = Record<string, string | string[] | undefined>;

export const usualChoices: AskedChoices = {
  documents: null,
  round: null,
  coders: null,
  unit: 'sentence',
  rule: 'any',
  codes: 'each',
};

/** The choices an address makes. What it does not say, or says wrongly, is as usual. */
export function readChoices(params: SearchParams): AskedChoices {
  return {
    documents: listIn(params.documents),
    round: listIn(params.round)?.[0] ?? null,
    coders: listIn(params.coders),
    unit: oneOf(levels, params.unit) ?? usualChoices.unit,
    rule: oneOf(rules, params.rule) ?? usualChoices.rule,
    codes: oneOf(codeViews, params.codes) ?? usualChoices.codes,
  };
}

/** The choices as the end of an address, without what is usual; `more` is added. Empty, or begins with `?`. */
export function queryOf(choices: AskedChoices, more: Record<string, string | null> = {}): string {
  const { documents, round, coders, unit, rule, codes } = choices;
  const said = Object.entries({
    documents: documents?.join(',') ?? null,
    round,
    coders: coders?.join(',') ?? null,
    unit: unit === usualChoices.unit ? null : unit,
    rule: rule === usualChoices.rule ? null : rule,
    codes: codes === usualChoices.codes ? null : codes,
    ...more,
  }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = said.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
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
  const ids = [param ?? []].flat().flatMap((part) => part.split(',')).map((id) => id.trim()).filter(Boolean);
  return ids.length > 0 ? [...new Set(ids)] : null;
}

function oneOf<T extends string>(allowed: readonly T[], param: string | string[] | undefined): T | null {
  return allowed.find((each) => each === param) ?? null;
}
