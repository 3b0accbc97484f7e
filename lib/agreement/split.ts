import { resampleAlpha, enoughDocuments } from './bootstrap';
import { alphaMasi, alphaNominal, percentAgreement } from './coefficients';
import type { Coefficient } from './coefficients';
import { Catalogue } from './catalogue';
import type { Metric } from './distances';
import { nominal } from './distances';
import { figureOf } from './figure';
import { gather, partFor, partOfSets } from './gather';
import { pairsIn } from './pairs-by-class';
import type { Classes } from './pairs-by-class';
import { masi } from './set-distances';
import type { Choices, Figure, ReportInput } from './report-shape';
import { codeStretches, setStretches } from './stretches';
import type { Part, Stretch } from './stretches';
import { addTables } from './table';
import type { Table } from './table';

/** The values that coders have of the attribute they are split by; who has none of it is left out. */
export type ValuesOfCoders = ReadonlyMap<string, readonly string[]>;

/** Agreement of all pairs of coders of one kind: both have a value, or, where `value` is null, they have none in common. */
export type SplitRow = {
  readonly value: string | null;
  /** Who has the value; for pairs across groups everybody who has any. */
  readonly coderIds: readonly string[];
  readonly pairs: number;
  readonly documents: number;
  /** Over the sets of codes, with MASI distance. */
  readonly alpha: Figure;
  readonly percent: Figure;
  readonly codes: readonly { readonly codeId: string; readonly alpha: Figure }[];
};

export type Split = { readonly rows: readonly SplitRow[]; readonly unsaid: readonly string[] };

/**
 * Agreement within groups of coders and between them, from the same decisions as the report. Within and between are
 * counted alike, so that they can be compared: every unit that two such coders decided on is a unit with two codings, once
 * per pair of coders, and all those units make one table. Groups may overlap: who reads two languages is in two of them.
 */
export function split(input: ReportInput, choices: Choices, values: ValuesOfCoders): Split {
  const { documents, coderIds, codes } = gather(input, choices);
  const catalogue = new Catalogue();
  const kinds = kindsOf(coderIds, values);
  const ofSets = tablesOf(documents.map(partOfSets), kinds, {
    frame: { categories: catalogue.keys, scale: null, sets: catalogue.sets },
    stretches: (part) => setStretches(part, catalogue),
  });
  const ofCodes = codes.map(({ id }) => {
    const parts = documents.map((one) => partFor(one, id));
    const frame = { categories: ['no', 'yes'], scale: [0, 1], sets: null };
    return { codeId: id, tables: tablesOf(parts, kinds, { frame, stretches: (part) => codeStretches(part, id) }) };
  });
  const rows = kinds.map((kind, index): SplitRow => {
    const { documents: shared, total } = ofSets[index] ?? { documents: [], total: addTables([], []) };
    return {
      ...{ value: kind.value, coderIds: kind.coderIds, pairs: kind.pairs },
      documents: shared.length,
      alpha: figure(alphaMasi, total, { documents: shared, metric: masi, choices }),
      percent: withoutError(figureOf(percentAgreement, total)),
      codes: ofCodes.map(({ codeId, tables }) => {
        const { documents: own, total: sum } = tables[index] ?? { documents: [], total: addTables([], []) };
        return { codeId, alpha: figure(alphaNominal, sum, { documents: own, metric: nominal, choices }) };
      }),
    };
  });
  return { rows, unsaid: coderIds.filter((coder) => !values.get(coder)?.length) };
}

type Kind = Pick<SplitRow, 'value' | 'coderIds' | 'pairs'> & {
  readonly counts: (one: readonly string[], other: readonly string[]) => boolean;
  readonly values: ValuesOfCoders;
};

/** One kind per value that two coders have, in the order of their names, and the pairs that have none in common. */
function kindsOf(coderIds: readonly string[], values: ValuesOfCoders): Kind[] {
  const said = coderIds.filter((coder) => values.get(coder)?.length);
  const named = [...new Set(said.flatMap((coder) => values.get(coder) ?? []))].sort((one, other) =>
    one < other ? -1 : 1,
  );
  const within = named.map((value) => ({
    value,
    coderIds: said.filter((coder) => values.get(coder)?.includes(value)),
    counts: (one: readonly string[], other: readonly string[]) => one.includes(value) && other.includes(value),
  }));
  const between = {
    value: null,
    coderIds: said,
    counts: (one: readonly string[], other: readonly string[]) => !one.some((value) => other.includes(value)),
  };
  return [...within, between]
    .map((kind) => ({ ...kind, values, pairs: pairsOf(kind.coderIds, values, kind.counts) }))
    .filter(({ pairs }) => pairs > 0);
}

function pairsOf(coders: readonly string[], values: ValuesOfCoders, counts: Kind['counts']): number {
  const own = coders.map((coder) => values.get(coder) ?? []);
  return own.reduce((sum, one, index) => sum + own.slice(index + 1).filter((other) => counts(one, other)).length, 0);
}

type Counting = {
  readonly frame: Pick<Table, 'categories' | 'scale' | 'sets'>;
  readonly stretches: (part: Part) => Iterable<Stretch>;
};
/** Only the documents in which a pair of the kind met. */
type Tables = { readonly documents: Table[]; readonly total: Table };

function tablesOf(parts: readonly Part[], kinds: readonly Kind[], { frame, stretches }: Counting): Tables[] {
  const found = kinds.map((): Table[] => []);
  for (const part of parts) {
    const classes = classesOf([...part.marks.keys()], kinds);
    pairsIn(stretches(part), classes, kinds.length).forEach((patterns, kind) => {
      if (patterns.length > 0) found[kind]?.push({ ...frame, coders: [], patterns, margins: null, pairs: null });
    });
  }
  return found.map((documents) => ({ documents, total: { ...addTables([], documents), ...frame } }));
}

/** Coders with the same values are of one class; which kinds a pair of classes belongs to is worked out once. */
function classesOf(coders: readonly string[], kinds: readonly Kind[]): Classes {
  const values = kinds[0]?.values ?? new Map<string, readonly string[]>();
  const known = new Map<string, number>();
  const members: (readonly string[])[] = [];
  const ofCoder = coders.map((coder) => {
    const own = values.get(coder) ?? [];
    if (own.length === 0) return -1;
    const key = JSON.stringify(own.toSorted());
    const index = known.get(key) ?? members.push(own) - 1;
    known.set(key, index);
    return index;
  });
  const kindsOfPair = members.map((one) =>
    members.map((other) => kinds.flatMap(({ counts }, kind) => (counts(one, other) ? [kind] : []))),
  );
  return { ofCoder, kindsOfPair };
}

type Resampled = { readonly documents: readonly Table[]; readonly metric: Metric; readonly choices: Choices };

/** With few documents there is no interval: pairs of one unit are no independent units to resample. */
function figure(coefficient: Coefficient, total: Table, { documents, metric, choices }: Resampled): Figure {
  const interval = documents.length < enoughDocuments ? null : resampleAlpha(documents, metric, choices);
  return withoutError(figureOf(coefficient, total, interval));
}

/** An author's standard error takes units for independent, which the same unit under several pairs is not. */
function withoutError(known: Figure): Figure {
  return { ...known, analytic: null };
}
