import type { Report } from '@/lib/agreement';
import { filterInWords } from '@/components/documents/filter/filter-in-words';
import { listed } from '@/components/ui/listed';
import type { AskedChoices } from './choices';
import type { Scope } from './scope';
import { countingCoders } from './summary';
import { planInWords } from '@/components/rounds/plan-in-words';
import { count, counted, minute, ruleSentences, unitWords } from './words';

type About = { at: string; asked: AskedChoices; project: string | null };

/** The paragraph about method that a paper needs: who coded what, what was compared, by which measures, made how. */
export function methodsOf(report: Report, scope: Scope, { at, asked, project }: About): string {
  const { choices, overall, codes } = report;
  const { unit, rule, rollUp, seed, replicates } = choices;
  const coders = countingCoders(report, scope);
  const [one] = unitWords[unit];
  return [
    `${counted(coders.length, ['coder', 'coders'])} (${listed(coders.map(({ name }) => name))}) coded ${counted(overall.documents, ['document', 'documents'])}${project ? ` of the project “${project}”` : ''}, ${count(overall.doubleCodedDocuments)} of them by two coders or more, with ${counted(codes.length, ['code', 'codes'])} of version ${scope.codebookVersion} of the codebook${rollUp ? ', children counted as their parents too' : ''}.`,
    `Agreement was computed on ${counted(overall.pairableUnits, unitWords[unit])} that at least two coders had decided on; a ${one} ${ruleSentences[rule]}.`,
    'Only a coder who had marked a document as finished counts in it; who had not is missing there, and a code that was made after a coder had finished is missing for that coder.',
    'Units of all documents are pooled. Per code we report Krippendorff’s alpha for nominal data (Krippendorff 2019) with percent agreement, prevalence, Gwet’s AC1 (Gwet 2008) and positive and negative agreement (Cicchetti & Feinstein 1990) beside it; for all codes together alpha over sets of codes with MASI distance (Passonneau 2006); for pairs of coders Cohen’s kappa (Cohen 1960).',
    `Intervals of 95% are percentiles of ${count(replicates)} bootstrap replicates that draw documents with all their units (units, where fewer than eight documents were coded twice), seed ${seed}.`,
    layer(scope, asked),
    narrowed(scope, asked),
    ...planOf(scope, asked),
    `Computed with Concord on ${minute(at)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Which documents were taken, where that hung on what they say of themselves. */
function narrowed({ documentAttributes }: Scope, { where }: AskedChoices): string {
  const said = filterInWords(where, documentAttributes);
  return said && `Only documents were taken that say of themselves: ${said}.`;
}

/** How the round was made, and why it was closed. */
function planOf({ rounds }: Scope, { round }: AskedChoices): string[] {
  const closed = rounds.find(({ id }) => id === round);
  if (!closed) return [];
  return [...planInWords(closed), closed.reason.trim() && `The round was closed with the words: “${closed.reason.trim()}”.`];
}

/** Which moment the codings are those of. */
export function layer(scope: Scope, { round, at }: AskedChoices): string {
  const closed = scope.rounds.find(({ id }) => id === round);
  if (closed)
    return `Codings, finished marks and codebook are those of the moment when the round “${closed.title}” closed, ${minute(closed.closedAt)}.`;
  return at ? `Codings, finished marks and codebook are those of the end of ${at}, UTC.` : '';
}
