import type { Reason } from './reasons';

/** What a decision is made about. `char` counts every UTF-16 unit, `charNonSpace` all but white space. */
export const levels = ['word', 'sentence', 'paragraph', 'document', 'char', 'charNonSpace'] as const;
export type Level = (typeof levels)[number];

/** When a unit counts as marked: at least one non-space character is covered, or at least half of them. */
export const rules = ['any', 'half'] as const;
export type Rule = (typeof rules)[number];

/**
 * Frozen unit tables: flat `[start, end, start, end, ...]` per level, sorted and disjoint, in UTF-16 offsets. Only the one
 * that is counted by has to be there.
 */
export type UnitTables = Readonly<Partial<Record<'word' | 'sentence' | 'paragraph', Int32Array>>>;

export type CodedDocument = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly units: UnitTables;
  /** Coders who said that this document is done. Only they count; for them, silence means "no". */
  readonly finished: readonly string[];
  /** Who was asked to code it, where a round says so: nobody else counts, finished or not. Left out: everybody was. */
  readonly assigned?: readonly string[];
  /** ISO time at which each coder finished, where known: a code created later is missing for that coder, not absent. */
  readonly finishedAt?: Readonly<Record<string, string>>;
  readonly codings: readonly Placed[];
};

/** A coding as agreement sees it: who put which code where. */
export type Placed = {
  readonly id: string;
  readonly coderId: string;
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
};

export type ReportInput = {
  readonly documents: readonly CodedDocument[];
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly codes: readonly ReportCode[];
};
export type ReportCode = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly createdAt?: string;
};

/** What the reader of the report chose. Absent lists mean all. */
export type Choices = {
  readonly documentIds?: readonly string[];
  readonly coderIds?: readonly string[];
  readonly codeIds?: readonly string[];
  readonly unit: Level;
  readonly rule: Rule;
  /** Whether a child code counts as its parent too, by union of the covered text. */
  readonly rollUp: boolean;
  readonly seed: number;
  readonly replicates: number;
};

/** A number with everything needed to read it: its interval, its reason when undefined, and the formula filled in. */
export type Figure = {
  readonly value: number | null;
  readonly reason: Reason | null;
  /** The reason in words; null when there is a value. */
  readonly because: string | null;
  readonly interval: Interval | null;
  /** The standard error and 95% interval that the coefficient's author gives, where there is one. */
  readonly analytic: { readonly se: number; readonly ci95: readonly [number, number] } | null;
  readonly explain: Explanation;
};
export type Explanation = {
  readonly title: string;
  /** The formula in symbols, e.g. `1 - (n - 1) · (n - A) / (n · n - C)`. */
  readonly formula: string;
  /** The same formula with this figure's counts in it. */
  readonly filled: string;
  readonly counts: readonly { readonly symbol: string; readonly meaning: string; readonly value: number }[];
};
export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly method: 'documents' | 'units';
  readonly resampled: number;
  readonly replicates: number;
  /** Replicates without variation, in which the coefficient has no value. They are left out of the percentiles. */
  readonly undefinedReplicates: number;
  /** Whether expected disagreement was taken to first order, because computing it exactly would take too long. */
  readonly linearised: boolean;
  readonly seed: number;
  readonly generator: string;
};

export type Counts = {
  /** Units that at least one finished coder decided on. */
  readonly units: number;
  /** Units that at least two finished coders decided on: the ones agreement is about. */
  readonly pairableUnits: number;
  readonly documents: number;
  readonly doubleCodedDocuments: number;
};

export type CodeReport = Counts & {
  readonly codeId: string;
  readonly name: string;
  /** Yes decisions, and all decisions; prevalence is their quotient. */
  readonly positives: number;
  readonly decisions: number;
  readonly prevalence: number | null;
  /** Units on which at least two finished coders differ about the code: the ones that `differences` lists. */
  readonly differing: number;
  readonly percent: Figure;
  readonly alpha: Figure;
  readonly ac1: Figure;
  readonly positiveAgreement: Figure;
  readonly negativeAgreement: Figure;
  readonly pairs: readonly PairFigure[];
  readonly warnings: readonly Warning[];
};

/** Two coders on one code: the four counts, and Cohen's kappa made of them. `pairFigures` opens it to its formulas. */
export type PairFigure = TwoByTwo & {
  readonly a: string;
  readonly b: string;
  readonly n: number;
  /** Null where it has no value. */
  readonly cohen: number | null;
};
export type TwoByTwo = {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
};

/** Two coders over all codes: one cell of the pair matrix. */
export type PairReport = {
  readonly a: string;
  readonly b: string;
  readonly n: number;
  readonly documents: number;
  readonly alpha: Figure;
  readonly percent: Figure;
  /** Mean of Cohen's kappa over the codes for which it is defined, and how many those are. */
  readonly cohenMean: { readonly value: number | null; readonly codes: number };
};

export type DocumentReport = {
  readonly documentId: string;
  readonly title: string;
  readonly coderIds: readonly string[];
  readonly units: number;
  readonly differences: number;
  readonly alpha: Figure;
  readonly percent: Figure;
};

export type LeftOut = {
  readonly documentId: string | null;
  readonly coderId: string | null;
  readonly codeId: string | null;
  readonly why: 'not-finished' | 'nobody-finished' | 'not-assigned' | 'nobody-assigned' | 'code-younger';
  readonly sentence: string;
};

export type Warning = {
  readonly kind:
    | 'few-positives'
    | 'wide-interval'
    | 'prevalence-paradox'
    | 'one-category'
    | 'few-units'
    | 'few-documents'
    | 'character-level';
  readonly codeId: string | null;
  readonly sentence: string;
};

export type Report = {
  readonly choices: Choices;
  readonly coderIds: readonly string[];
  readonly documentIds: readonly string[];
  readonly overall: Counts & {
    /** Krippendorff's alpha over the set of codes per unit, with MASI distance. */
    readonly alpha: Figure;
    readonly jaccard: Figure;
    /** Share of coder pairs that put exactly the same codes on a unit. */
    readonly percent: Figure;
  };
  readonly codes: readonly CodeReport[];
  readonly pairs: readonly PairReport[];
  readonly documents: readonly DocumentReport[];
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Warning[];
};

/** One unit on which coders differ about one code. */
export type Difference = {
  readonly documentId: string;
  readonly unit: { readonly start: number; readonly end: number };
  readonly codeId: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
};
