import type { Codings } from './coefficient';

/** Published tables that several coefficients take as their worked example. */

/** Krippendorff (2011), sections C-D: four coders, twelve units, some codings missing. Also Gwet (2014), p. 120. */
export const krippendorff2011: Codings = {
  categories: ['1', '2', '3', '4', '5'],
  units: [
    '1 1 . 1',
    '2 2 3 2',
    '3 3 3 3',
    '3 3 3 3',
    '2 2 2 2',
    '1 2 3 4',
    '4 4 4 4',
    '1 1 2 1',
    '2 2 2 2',
    '. 5 5 5',
    '. . 1 1',
    '. 3 . .',
  ],
};

/** Krippendorff (1980), p. 139: three coders, nine units, complete. Tells programs that forget the weight 1/(m - 1). */
export const krippendorff1980: Codings = {
  categories: ['1', '2', '3', '4'],
  units: ['1 1 1', '1 2 2', '2 2 2', '4 4 4', '1 4 4', '2 2 2', '1 2 3', '3 3 3', '2 2 2'],
};

/** Feinstein & Cicchetti (1990): 85% agreement twice, once with balanced and once with lopsided shares. */
export const feinsteinBalanced: Codings = {
  counts: [
    [45, 6],
    [9, 40],
  ],
};
export const feinsteinLopsided: Codings = {
  counts: [
    [5, 5],
    [10, 80],
  ],
};

/** Cohen (1960), p. 45. */
export const cohen1960: Codings = {
  counts: [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ],
};
