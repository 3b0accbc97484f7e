import 'server-only';
import { z } from 'zod';
import { levels, rules } from '@/lib/agreement';
import { named } from './answers';

const id = z.uuid();
const interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  method: z.enum(['documents', 'units']),
  resampled: z.int(),
  replicates: z.int(),
  undefinedReplicates: z.int(),
  linearised: z.boolean(),
  seed: z.int(),
  generator: z.string(),
});
const explanation = z.strictObject({
  title: z.string(),
  formula: z.string(),
  filled: z.string(),
  counts: z.array(z.strictObject({ symbol: z.string(), meaning: z.string(), value: z.number() })),
});

const figure = z
  .strictObject({
    value: z.number().nullable(),
    reason: z.string().nullable().describe('Why there is no value, as a word.'),
    because: z.string().nullable().describe('The same in a sentence.'),
    interval: interval.nullable(),
    analytic: z
      .strictObject({ se: z.number(), ci95: z.tuple([z.number(), z.number()]) })
      .nullable()
      .describe('Standard error and 95% interval as the coefficient’s author gives them.'),
    explain: explanation,
  })
  .register(named, { id: 'Figure' });

const counts = {
  units: z.int().describe('Units that at least one finished coder decided on.'),
  pairableUnits: z.int().describe('Units that at least two finished coders decided on: what agreement is about.'),
  documents: z.int(),
  doubleCodedDocuments: z.int(),
};
const pairOnCode = z.strictObject({
  a: id,
  b: id,
  n: z.int(),
  both: z.int(),
  onlyA: z.int(),
  onlyB: z.int(),
  neither: z.int(),
  cohen: z.number().nullable(),
});
const warning = z.strictObject({ kind: z.string(), codeId: id.nullable(), sentence: z.string() });

const ofCode = z.strictObject({
  ...counts,
  codeId: id,
  name: z.string(),
  positives: z.int(),
  decisions: z.int(),
  prevalence: z.number().nullable(),
  differing: z.int(),
  percent: figure,
  alpha: figure,
  ac1: figure,
  positiveAgreement: figure,
  negativeAgreement: figure,
  pairs: z.array(pairOnCode),
  warnings: z.array(warning),
});
const ofPair = z.strictObject({
  a: id,
  b: id,
  n: z.int(),
  documents: z.int(),
  alpha: figure,
  percent: figure,
  cohenMean: z.strictObject({ value: z.number().nullable(), codes: z.int() }),
});
const ofDocument = z.strictObject({
  documentId: id,
  title: z.string(),
  coderIds: z.array(id),
  units: z.int(),
  differences: z.int(),
  alpha: figure,
  percent: figure,
});
const leftOut = z.strictObject({
  documentId: id.nullable(),
  coderId: id.nullable(),
  codeId: id.nullable(),
  why: z.string(),
  sentence: z.string(),
});

/** The report of the Agreement page as data: how it was counted, and what it came to. */
export const agreement = z
  .strictObject({
    countedAt: z.iso.datetime(),
    unit: z.enum(levels),
    rule: z.enum(rules),
    rollUp: z.boolean(),
    seed: z.int(),
    replicates: z.int(),
    coderIds: z.array(id),
    documentIds: z.array(id),
    sealed: z
      .array(id)
      .describe('Documents asked for that lie in an open round: they are not counted until it closes.'),
    overall: z.strictObject({ ...counts, alpha: figure, jaccard: figure, percent: figure }),
    codes: z.array(ofCode),
    pairs: z.array(ofPair),
    documents: z.array(ofDocument),
    leftOut: z.array(leftOut),
    warnings: z.array(warning),
  })
  .register(named, { id: 'Agreement' });
