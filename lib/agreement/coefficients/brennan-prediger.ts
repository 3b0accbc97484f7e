import { explained } from '../explained';
import { momentsOf } from '../moments';
import type { Coefficient } from './coefficient';
import { gwetForm } from './gwet-form';
import type { Chance } from './gwet-form';
import { feinsteinBalanced, feinsteinLopsided, krippendorff2011 } from './published-tables';

/**
 * Brennan and Prediger's coefficient: agreement beyond that of coders who draw every category equally often, so that `pe`
 * is 1/q, q being the categories of the codebook, used or not. Known too as Bennett's S, Randolph's free-marginal kappa
 * and, for two categories, 2 pa - 1. It depends on the codings through percent agreement alone.
 */
export const brennanPrediger: Coefficient = {
  name: 'brennanPrediger',
  title: 'Brennan-Prediger (Bennett’s S, Randolph’s free-marginal kappa)',
  citation: 'Brennan, R. L. & Prediger, D. J. (1981). Educational and Psychological Measurement 41, 687-699.',
  limits: 'Blind to how common a category is, and it grows with every category added to the codebook, used or not.',
  estimate: (table) => gwetForm(table, chance),
  explain(table) {
    const { pairable, agreement, shares } = momentsOf(table);
    return explained('Brennan-Prediger', '(pa - 1 / q) / (1 - 1 / q)', [
      ['pa', `mean share of agreeing coder pairs over ${pairable} units`, agreement],
      ['q', 'categories in the codebook', shares.length],
    ]);
  },
  examples: [
    { source: 'Gwet (2014), p. 120', codings: krippendorff2011, value: 0.77273, digits: 5 },
    { source: 'Feinstein & Cicchetti (1990), balanced table', codings: feinsteinBalanced, value: 0.7, digits: 2 },
    { source: 'Feinstein & Cicchetti (1990), lopsided table', codings: feinsteinLopsided, value: 0.7, digits: 2 },
  ],
};

const chance: Chance = {
  overall: ({ shares }) => 1 / shares.length,
  ofUnit: (_pattern, { shares }) => 1 / shares.length,
};
