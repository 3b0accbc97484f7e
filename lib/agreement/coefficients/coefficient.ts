import type { Estimate } from '../estimate';
import type { Explanation } from '../report-shape';
import type { Table } from '../table';

/**
 * One agreement coefficient. A newcomer adds a file with one of these and a line in `index.ts`; menus, help, the
 * command line and the law tests all loop over that list.
 */
export type Coefficient = {
  /** The key of the coefficient in reference cases, exports and the command line. */
  readonly name: string;
  readonly title: string;
  readonly citation: string;
  /** When the number misleads, in words for the person who reads it. */
  readonly limits: string;
  readonly estimate: (table: Table) => Estimate;
  /** The formula with the table's own counts in it. Only asked for where `estimate` gave a value. */
  readonly explain: (table: Table) => Explanation;
  readonly examples: readonly Example[];
};

/** A published table and what the coefficient is on it. `digits` is how many decimals the source prints. */
export type Example = {
  readonly source: string;
  readonly codings: Codings;
  readonly value: number;
  readonly digits: number;
};

/**
 * Codings written for people: either a square table of counts for two coders, or one string per unit with the coders'
 * categories separated by spaces and a dot where a coder coded nothing.
 */
export type Codings =
  | { readonly counts: readonly (readonly number[])[] }
  | { readonly units: readonly string[]; readonly categories: readonly string[] };
