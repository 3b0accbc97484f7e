/**
 * Agreement between coders. Codings become one yes or no per code, unit and coder (`axis`, `sweep`, `tables`); tables of
 * counts add up (`table`); coefficients are numbers made of a table (`coefficients/`); intervals resample tables
 * (`bootstrap`). Pages need only the functions that come first; the command line speaks `cases/`.
 */
export { report } from './report';
export { pairFigures } from './code-report';
export { differences } from './differences';
export { disputes } from './disputes';
export type { Agreed, Dispute, DividedCode, Passages } from './disputes';
export { againstConsensus } from './against-consensus';
export type { AgainstConsensus, Settled } from './against-consensus';
export { otherCoefficients } from './other-coefficients';
export type { Measured } from './other-coefficients';
export { boundaries } from './boundaries';
export type { Boundaries } from './boundaries';
export { split } from './split';
export type { Split, SplitRow, ValuesOfCoders } from './split';
export { trendPoint } from './trend';
export type { TrendPoint } from './trend';
export { gather } from './gather';
export type { Gathering } from './gather';
export { coderRows, longRows, matrixCells, setRows, unitPlaces, unitRows } from './raw-matrix';
export type { Labels } from './raw-matrix';
export { levels, rules } from './report-shape';
export type {
  Choices,
  CodedDocument,
  CodeReport,
  Counts,
  Difference,
  DocumentReport,
  Explanation,
  Figure,
  Interval,
  LeftOut,
  Level,
  PairFigure,
  PairReport,
  Placed,
  Report,
  ReportCode,
  ReportInput,
  Rule,
  TwoByTwo,
  UnitTables,
  Warning,
} from './report-shape';

// From codings to counts
export { characterAxis, nonSpaceAxis, unitAxis } from './axis';
export type { Axis } from './axis';
export { countCode, countSets } from './tables';
export type { Counted } from './tables';
export type { Marks, Part } from './stretches';
export { addTables, tableOf } from './table';
export type { Frame, PairCounts, Pattern, Row, Table } from './table';
export { allPairs, pairTable, twoByTwo } from './pair-table';

// From counts to numbers
export { coefficients, setCoefficients } from './coefficients';
export type { Coefficient, Codings, Example } from './coefficients';
export type { Estimate } from './estimate';
export { reasons, sentenceFor } from './reasons';
export type { Reason } from './reasons';
export { resampleAlpha } from './bootstrap';
export { coincidenceBootstrap } from './krippendorff-bootstrap';

// Where passages begin and end
export { matchSpans } from './span-matching';
export { unitizingAlphas, unitizingCitation, unitizingLimits } from './unitizing/u-alpha';
export { olderAlphaCitation, olderAlphaLimits, olderAlphaOverall, olderAlphas } from './unitizing/alpha-u-2004';
export type { Continuum, Marked } from './unitizing/continuum';
export { gamma, gammaCitation, gammaLimits, usualWeights } from './gamma/gamma';
export { chanceModels } from './gamma/chance';
