/**
 * The cheapest assignment of every row to a column of its own (Hungarian method with potentials, rows² x columns steps).
 * Needs at least as many columns as rows. Returns the total cost.
 */
export function cheapestAssignment(costs: readonly (readonly number[])[]): number {
  const columns = costs[0]?.length ?? 0;
  const state: State = {
    rowPotential: new Array<number>(costs.length + 1).fill(0),
    columnPotential: new Array<number>(columns + 1).fill(0),
    rowOf: new Array<number>(columns + 1).fill(0),
  };
  costs.forEach((_, row) => assign(costs, row + 1, state));
  return state.rowOf.reduce(
    (sum, row, column) => sum + (row > 0 && column > 0 ? (costs[row - 1]?.[column - 1] ?? 0) : 0),
    0,
  );
}

/** Rows and columns count from 1; column 0 is where a row waits that has no column yet. */
type State = { readonly rowPotential: number[]; readonly columnPotential: number[]; readonly rowOf: number[] };

function assign(costs: readonly (readonly number[])[], row: number, state: State): void {
  const { rowPotential, columnPotential, rowOf } = state;
  const columns = columnPotential.length - 1;
  const slack = new Array<number>(columns + 1).fill(Infinity);
  const previous = new Array<number>(columns + 1).fill(0);
  const visited = new Array<boolean>(columns + 1).fill(false);
  rowOf[0] = row;
  let column = 0;
  do {
    visited[column] = true;
    const current = rowOf[column] ?? 0;
    let next = 0;
    let step = Infinity;
    for (let other = 1; other <= columns; other += 1) {
      if (visited[other]) continue;
      const reduced =
        (costs[current - 1]?.[other - 1] ?? 0) - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0);
      if (reduced < (slack[other] ?? 0)) {
        slack[other] = reduced;
        previous[other] = column;
      }
      if ((slack[other] ?? 0) < step) {
        step = slack[other] ?? 0;
        next = other;
      }
    }
    for (let other = 0; other <= columns; other += 1) {
      if (visited[other]) {
        const held = rowOf[other] ?? 0;
        rowPotential[held] = (rowPotential[held] ?? 0) + step;
        columnPotential[other] = (columnPotential[other] ?? 0) - step;
      } else slack[other] = (slack[other] ?? 0) - step;
    }
    column = next;
  } while ((rowOf[column] ?? 0) !== 0);
  while (column !== 0) {
    const before = previous[column] ?? 0;
    rowOf[column] = rowOf[before] ?? 0;
    column = before;
  }
}
