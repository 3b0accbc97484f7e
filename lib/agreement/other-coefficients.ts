import { coefficients, setCoefficients } from './coefficients';
import type { Coefficient } from './coefficients';
import { figureOf } from './figure';
import { gather, partFor, partOfSets } from './gather';
import type { Choices, Figure, ReportInput } from './report-shape';
import { countCode, countSets } from './tables';

/** One coefficient with its value and all that a reader needs to judge it. */
export type Measured = Pick<Coefficient, 'name' | 'title' | 'citation' | 'limits'> & { readonly figure: Figure };

/** Codes are yes or no, so the distances of numbers are nominal alpha again, and one percent agreement is shown first. */
const sameAsNominal = ['krippendorffAlpha.ordinal', 'krippendorffAlpha.interval', 'krippendorffAlpha.ratio'];

/** Every coefficient there is, on one code or, when `codeId` is null, on the sets of all chosen codes. */
export function otherCoefficients(input: ReportInput, choices: Choices, codeId: string | null): Measured[] {
  const { coderIds, documents } = gather(input, choices);
  const { total } =
    codeId === null
      ? countSets(coderIds, documents.map(partOfSets))
      : countCode(
          coderIds,
          documents.map((one) => partFor(one, codeId)),
          codeId,
        );
  const fitting =
    codeId === null
      ? setCoefficients
      : coefficients.filter(({ name }) => !sameAsNominal.includes(name) && fits(name, total.coders.length));
  return fitting.map((coefficient) => {
    const { name, title, citation, limits } = coefficient;
    return { name, title, citation, limits, figure: figureOf(coefficient, total) };
  });
}

/** Two coders have Cohen and Scott themselves; more have the means over their pairs. */
function fits(name: string, coders: number): boolean {
  if (name === 'cohenKappa' || name === 'scottPi') return coders === 2;
  return name.endsWith('.mean') ? coders > 2 : true;
}
