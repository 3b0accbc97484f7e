import type { Choices, CodeReport, ReportCode, Warning } from './report-shape';

/** Below this many decisions "yes" a coefficient of a code is mostly noise. */
export const enoughPositives = 10;
/** Fewer units than this are too few for any coefficient to settle, and for the authors' standard errors to hold. */
export const enoughUnits = 50;
/** An interval wider than this says little about where agreement lies. */
export const widestUseful = 0.4;

type Seen = Pick<CodeReport, 'alpha' | 'ac1' | 'percent' | 'positives'>;

/** What a reader has to know before trusting the numbers of a code. */
export function codeWarnings(code: ReportCode, seen: Seen): Warning[] {
  const warn = (kind: Warning['kind'], sentence: string): Warning => ({ kind, codeId: code.id, sentence });
  const { alpha, positives } = seen;
  if (alpha.reason === 'noVariation') {
    return [
      warn('one-category', `“${code.name}”: every decision was the same, so agreement beyond chance is undefined.`),
    ];
  }
  return [
    ...(positives < enoughPositives
      ? [
          warn(
            'few-positives',
            `“${code.name}” was given ${positives} ${positives === 1 ? 'time' : 'times'}: too few to judge agreement by.`,
          ),
        ]
      : []),
    ...(alpha.interval && alpha.interval.high - alpha.interval.low > widestUseful
      ? [
          warn(
            'wide-interval',
            `“${code.name}”: the interval of alpha is wider than ${widestUseful}; code more documents twice.`,
          ),
        ]
      : []),
    ...(isParadox(seen)
      ? [
          warn(
            'prevalence-paradox',
            `“${code.name}”: coders agree on most units, yet alpha is low because one answer is so common. Read AC1 and positive agreement beside it.`,
          ),
        ]
      : []),
  ];
}

/** Warnings of all codes, then those about the report as a whole. */
export function reportWarnings(codes: readonly CodeReport[], choices: Choices, pairable: number): Warning[] {
  const warn = (kind: Warning['kind'], sentence: string): Warning => ({ kind, codeId: null, sentence });
  return [
    ...codes.flatMap(({ warnings }) => warnings),
    ...(pairable > 0 && pairable < enoughUnits
      ? [
          warn(
            'few-units',
            `Only ${pairable} ${pairable === 1 ? 'unit was' : 'units were'} decided on by two coders or more. Below about ${enoughUnits} every number here can change much with a few more.`,
          ),
        ]
      : []),
    ...(codes.some(({ alpha }) => alpha.interval?.method === 'units')
      ? [
          warn(
            'few-documents',
            'Fewer than 8 documents were coded twice, so intervals resample units. Units of one document resemble each other: the true intervals are wider.',
          ),
        ]
      : []),
    ...(choices.unit === 'char' || choices.unit === 'charNonSpace'
      ? [
          warn(
            'character-level',
            'Most characters carry no code for anybody, which lifts percent agreement and AC1 close to 1. Read alpha.',
          ),
        ]
      : []),
  ];
}

/** Percent agreement and AC1 high, alpha below the mark for tentative conclusions (Feinstein & Cicchetti 1990). */
function isParadox({ alpha, ac1, percent }: Seen): boolean {
  if (alpha.value === null || ac1.value === null || percent.value === null) return false;
  return percent.value >= 0.8 && alpha.value < 0.667 && ac1.value - alpha.value >= 0.2;
}
