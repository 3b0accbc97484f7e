import { partFor, type Gathering } from './gather';
import { pairableValues } from './moments';
import { countCode } from './tables';

/** How many coders put a code on a unit, and how many did not. */
export type Answers = { readonly yes: number; readonly no: number };

export type Losses = {
  /** What one unit so answered takes from the code's alpha. */
  readonly of: (codeId: string, answers: Answers) => number;
  /** How many codes have an alpha: those that were given both answers. */
  readonly codes: number;
};

/**
 * What units on which coders differ take from alpha. Alpha is one minus observed over expected disagreement, and observed
 * disagreement is a sum over units (Krippendorff 2019, ch. 12): a unit with `yes` and `no` answers, m in all, has
 * 2 · yes · no / (m − 1) of it. With N answers yes, M answers no and n = N + M on all units that can be compared, its
 * share of one minus alpha is
 *
 *     yes · no · (n − 1) / ((m − 1) · N · M)
 *
 * so that the shares of a code's units add up to exactly one minus its alpha. Expected disagreement is left as it is: how
 * it would move depends on which answer is chosen, and for one unit among many it hardly does.
 */
export function losses({ documents, coderIds, codes }: Gathering): Losses {
  const totals = new Map(
    codes.map(({ id }) => {
      const parts = documents.map((gathered) => partFor(gathered, id));
      const [no = 0, yes = 0] = pairableValues(countCode(coderIds, parts, id).total);
      return [id, { yes, no }];
    }),
  );
  return {
    of: (codeId, answers) => shareOf(answers, totals.get(codeId) ?? { yes: 0, no: 0 }),
    codes: [...totals.values()].filter(({ yes, no }) => yes > 0 && no > 0).length,
  };
}

function shareOf({ yes, no }: Answers, total: Answers): number {
  if (yes === 0 || no === 0) return 0;
  return (yes * no * (total.yes + total.no - 1)) / ((yes + no - 1) * total.yes * total.no);
}
