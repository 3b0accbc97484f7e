import { pairStride } from './table';
import type { PairCounts, Table } from './table';
import type { Stretch } from './stretches';

/** The coders of some documents, by their places in the whole list, and what they gave there. */
export type Team = {
  readonly places: readonly number[];
  units: number;
  /** Per coder of the team: units per category above 0. */
  readonly given: readonly Map<number, number>[];
};

/**
 * Counts of every pair of coders over documents in which each coder decided on each unit. Pairs are many and most
 * decisions are "no": so what is counted unit by unit is only where both of a pair gave more than "no". The other cells
 * follow at the end, from how many units a team of coders decided on and what each of its coders gave there.
 */
export class PairTally {
  private readonly teams = new Map<string, Team>();
  private readonly met = new Map<number, Map<number, number>>();

  constructor(private readonly coders: number) {}

  /** The team of a document, given where its coders stand in the whole list. */
  team(places: readonly number[]): Team {
    const key = places.join();
    const known = this.teams.get(key);
    if (known) return known;
    const fresh = { places, units: 0, given: places.map(() => new Map<number, number>()) };
    this.teams.set(key, fresh);
    return fresh;
  }

  add(team: Team, { units, who, what }: Stretch): void {
    team.units += units;
    for (let one = 0; one < who.length; one += 1) {
      const place = team.places[who[one] as number] as number;
      const category = what[one] as number;
      addTo(team.given[who[one] as number], category, units);
      for (let other = one + 1; other < who.length; other += 1) {
        const [there, said] = [team.places[who[other] as number] as number, what[other] as number];
        const key = place < there ? category * pairStride + said : said * pairStride + category;
        addTo(this.cellsOf(Math.min(place, there), Math.max(place, there)), key, units);
      }
    }
  }

  /** Codings per coder and category, and every pair with a common unit, in the order of the coders. */
  counts(categories: number): Required<Pick<Table, 'margins' | 'pairs'>> {
    const margins = Array.from({ length: this.coders }, () => new Array<number>(categories).fill(0));
    const pairs = new Map<number, PairCounts & { readonly cells: Map<number, number> }>();
    for (const team of this.teams.values()) {
      if (team.units === 0) continue;
      team.places.forEach((place, index) => addMargin(margins[place], team, index));
      addTeam(pairs, team);
    }
    for (const [key, cells] of this.met) correct(pairs.get(key)?.cells, cells);
    const sorted = [...pairs.values()].sort((one, other) => one.a - other.a || one.b - other.b);
    return { margins, pairs: sorted.map(withoutEmptyCells) };
  }

  private cellsOf(a: number, b: number): Map<number, number> {
    const key = a * pairStride + b;
    let cells = this.met.get(key);
    if (!cells) this.met.set(key, (cells = new Map()));
    return cells;
  }
}

function addTo(sums: Map<number, number> | undefined, key: number, units: number): void {
  sums?.set(key, (sums.get(key) ?? 0) + units);
}

function addMargin(margin: number[] | undefined, team: Team, index: number): void {
  if (!margin) return;
  let rest = team.units;
  for (const [category, units] of team.given[index] ?? []) {
    margin[category] = (margin[category] ?? 0) + units;
    rest -= units;
  }
  margin[0] = (margin[0] ?? 0) + rest;
}

type Pairs = Map<number, PairCounts & { readonly cells: Map<number, number> }>;

/** As if no two coders ever gave more than "no" to the same unit; `correct` puts right where they did. */
function addTeam(pairs: Pairs, { places, units, given }: Team): void {
  for (let one = 0; one < places.length; one += 1) {
    for (let other = one + 1; other < places.length; other += 1) {
      const [first, second] = (places[one] as number) < (places[other] as number) ? [one, other] : [other, one];
      const { cells } = pairOf(pairs, places[first] as number, places[second] as number);
      addTo(cells, 0, units);
      for (const [category, own] of given[first] ?? []) shift(cells, category * pairStride, own);
      for (const [category, own] of given[second] ?? []) shift(cells, category, own);
    }
  }
}

function pairOf(pairs: Pairs, a: number, b: number) {
  const key = a * pairStride + b;
  const known = pairs.get(key);
  if (known) return known;
  const fresh = { a, b, cells: new Map<number, number>() };
  pairs.set(key, fresh);
  return fresh;
}

/** Moves units from "both no" to a cell. */
function shift(cells: Map<number, number>, key: number, units: number): void {
  addTo(cells, key, units);
  addTo(cells, 0, -units);
}

/** A unit to which both gave more than "no" was put down as the first's alone and as the second's alone. */
function correct(cells: Map<number, number> | undefined, met: ReadonlyMap<number, number>): void {
  for (const [key, units] of met) {
    addTo(cells, key, units);
    addTo(cells, Math.floor(key / pairStride) * pairStride, -units);
    addTo(cells, key % pairStride, -units);
    addTo(cells, 0, units);
  }
}

function withoutEmptyCells(pair: PairCounts): PairCounts {
  return { ...pair, cells: new Map([...pair.cells].filter(([, units]) => units !== 0)) };
}
