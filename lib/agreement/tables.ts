import { Catalogue } from './catalogue';
import { PairTally } from './pair-tally';
import { codeStretches, setStretches } from './stretches';
import type { Part, Stretch } from './stretches';
import { addTables } from './table';
import type { Pattern, Table } from './table';

/**
 * What was decided in some documents. Each document has a table of its own, to be resampled and shown; the total is
 * their sum, and it alone says who gave which value, because pairs of coders are many and only the total is asked for them.
 */
export type Counted = { readonly documents: readonly Table[]; readonly total: Table };

/** Yes or no to one code, document by document: category 0 is no, category 1 is yes. */
export function countCode(coders: readonly string[], parts: readonly Part[], code: string): Counted {
  const frame = { categories: ['no', 'yes'], scale: [0, 1], sets: null };
  return count(coders, parts, { frame, stretches: (part) => codeStretches(part, code) });
}

/** The sets of codes that coders put on units. One catalogue serves all documents, so that their tables add up. */
export function countSets(coders: readonly string[], parts: readonly Part[]): Counted {
  const catalogue = new Catalogue();
  const frame = { categories: catalogue.keys, scale: null, sets: catalogue.sets };
  return count(coders, parts, { frame, stretches: (part) => setStretches(part, catalogue) });
}

type Counting = {
  /** May still grow while stretches are read. */
  readonly frame: Pick<Table, 'categories' | 'scale' | 'sets'>;
  readonly stretches: (part: Part) => Iterable<Stretch>;
};

function count(coders: readonly string[], parts: readonly Part[], { frame, stretches }: Counting): Counted {
  const place = new Map(coders.map((coder, index) => [coder, index]));
  const tally = new PairTally(coders.length);
  const documents = parts.map((part): Table => {
    const here = [...part.marks.keys()];
    const team = tally.team(here.map((coder) => place.get(coder) ?? 0));
    const patterns = new PatternTally(here.length);
    for (const stretch of stretches(part)) {
      patterns.add(stretch);
      tally.add(team, stretch);
    }
    return { ...frame, coders: here, patterns: patterns.all(), margins: null, pairs: null };
  });
  const sum = addTables(coders, documents);
  return { documents, total: { ...sum, ...frame, ...tally.counts(frame.categories.length) } };
}

/** The ways in which the units of one document were coded, whoever said what. */
class PatternTally {
  private readonly patterns = new Map<string, { units: number; readonly what: readonly number[] }>();

  constructor(private readonly coders: number) {}

  add({ units, what }: Stretch): void {
    if (this.coders === 0 || units === 0) return;
    const sorted = what.length > 1 ? [...what].sort((one, other) => one - other) : what;
    const key = sorted.length === 1 ? String(sorted[0]) : sorted.join();
    const known = this.patterns.get(key);
    if (known) known.units += units;
    else this.patterns.set(key, { units, what: [...sorted] });
  }

  all(): Pattern[] {
    return [...this.patterns.values()].map(({ units, what }) => this.pattern(units, what));
  }

  private pattern(units: number, what: readonly number[]): Pattern {
    const silent = this.coders - what.length;
    const given = [...new Set(what)];
    const counts = given.map((category) => what.lastIndexOf(category) - what.indexOf(category) + 1);
    return silent === 0
      ? { units, marks: this.coders, values: given, counts }
      : { units, marks: this.coders, values: [0, ...given], counts: [silent, ...counts] };
  }
}
