import { z } from 'zod';
import { stood, type Code, type CodebookState, type MergeChoices, type Standing } from '@/lib/codebook';
import { id, kind, parts, whole, type Touch } from '@/lib/log';
import type { CodingsState } from '../coding';
import { mergeCodings, unmergeCodings } from './codings';

const merged = z.strictObject({ id, into: id, rules: z.boolean(), examples: z.boolean() });
const unmerged = z.strictObject({ merge: id });

/**
 * What the log keeps of a merge: codes and nothing else. It is for everyone's eyes, and the codings that it moves may
 * be sealed, so not even their number stands here; whoever folds the log moves those that they can see.
 */
export type CodesMerged = {
  /** The id of this change: what taking it back names. */
  merge: string;
  choices: MergeChoices;
  /** The code that went, as it was. */
  from: Code;
  before: Code;
  into: Code;
  /** Where the children of the code that went stood, and where they stand now. */
  stood: Standing[];
  stand: Standing[];
  version: number;
};
export type CodesUnmerged = {
  merge: string;
  choices: MergeChoices;
  from: Code;
  into: Code;
  stand: Standing[];
  version: number;
};

type State = CodebookState & CodingsState & { stale: boolean };

/**
 * Two codes become one, and two again. Codes and codings change together, so the kinds live where both are known.
 *
 * Both make a browser ask for its state anew. It moves what it holds at once, but it may hold less than there is: one of
 * two codings that become one, or, of a merge from before it came, no knowledge of which codings that moved.
 */
export const mergeChanges = {
  'code.merge': kind<z.infer<typeof merged>, CodesMerged, State>({
    permission: 'codebook:edit',
    body: merged,
    subject: () => null,
    apply: (state, { body }) => ({
      ...state,
      ...mergeCodings(state, body),
      codes: stood(state.codes, body.stand).without(body.from.id).with(body.into),
      codebookVersion: body.version,
      stale: true,
    }),
    touches: touched,
    invert: ({ merge }) => ({ kind: 'code.unmerge', body: { merge } }),
  }),

  'code.unmerge': kind<z.infer<typeof unmerged>, CodesUnmerged, State>({
    permission: 'codebook:edit',
    body: unmerged,
    subject: () => null,
    apply: (state, { body }) => ({
      ...state,
      ...unmergeCodings(state, body),
      codes: stood(state.codes.with(body.from), body.stand).with(body.into),
      codebookVersion: body.version,
      stale: true,
    }),
    touches: touched,
    invert: ({ from, into, choices }) => ({ kind: 'code.merge', body: { id: from.id, into: into.id, ...choices } }),
  }),
};

/** The code that went or came back, what the other took over or gave back, and where children stand. */
function touched({ from, into, choices, stand }: CodesMerged | CodesUnmerged): Touch[] {
  const rules = choices.rules ? ['definition', 'useWhen', 'avoidWhen'] : [];
  const taken = parts('code', into.id, [...rules, ...(choices.examples ? ['examples'] : [])]);
  return [...whole('code', from.id), ...taken, ...stand.flatMap(({ id }) => parts('code', id, ['place']))];
}
