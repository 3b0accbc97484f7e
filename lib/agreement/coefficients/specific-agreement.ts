import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { explained } from '../explained';
import type { Table } from '../table';
import type { Coefficient } from './coefficient';
import { feinsteinLopsided } from './published-tables';

const citation = 'Cicchetti, D. V. & Feinstein, A. R. (1990). Journal of Clinical Epidemiology 43(6), 551-558.';
const feinstein1990 = { source: 'Feinstein & Cicchetti (1990), lopsided table', codings: feinsteinLopsided };

/**
 * How far coders agree when somebody says yes: given a decision "yes", the chance that another coder of the unit says so
 * too. For two coders 2a / (2a + b + c), with a units on which both say yes and b + c on which one does; the number of
 * units on which both say no does not enter, which is why it shows what a rare code's percent agreement hides.
 */
export const positiveAgreement: Coefficient = {
  name: 'positiveAgreement',
  title: 'Positive agreement',
  citation,
  limits: 'Not corrected for chance; on a very common code it is high of itself. Read it beside negative agreement.',
  estimate: (table) => specific(table, 1),
  explain: (table) => explainSpecific(table, 1),
  examples: [{ ...feinstein1990, value: 0.914286, digits: 6 }],
};

/** How far coders agree when somebody says no: 2d / (2d + b + c) for two coders. */
export const negativeAgreement: Coefficient = {
  name: 'negativeAgreement',
  title: 'Negative agreement',
  citation,
  limits: 'Not corrected for chance; on a rare code it is high of itself. Read it beside positive agreement.',
  estimate: (table) => specific(table, 0),
  explain: (table) => explainSpecific(table, 0),
  examples: [{ ...feinstein1990, value: 0.4, digits: 6 }],
};

function specific(table: Table, category: number): Estimate {
  if (table.categories.length !== 2) return because('notBinary');
  const { agreeing, given, pairable } = sums(table, category);
  if (pairable === 0) return because('noPairableUnits');
  return given === 0 ? because('noVariation') : { value: agreeing / given };
}

function explainSpecific(table: Table, category: number) {
  const word = category === 1 ? 'yes' : 'no';
  const { agreeing, given } = sums(table, category);
  return explained(category === 1 ? 'Positive agreement' : 'Negative agreement', 'A / G', [
    ['A', `decisions "${word}" that another coder shares, each unit weighted 1/(m - 1)`, agreeing],
    ['G', `decisions "${word}" on units coded by two or more coders`, given],
  ]);
}

function sums(table: Table, category: number) {
  let agreeing = 0;
  let given = 0;
  let pairable = 0;
  for (const { units, marks, values, counts } of table.patterns) {
    if (marks < 2) continue;
    const count = counts[values.indexOf(category)] ?? 0;
    pairable += units;
    given += units * count;
    agreeing += (units * count * (count - 1)) / (marks - 1);
  }
  return { agreeing, given, pairable };
}
