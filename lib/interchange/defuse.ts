/**
 * What a spreadsheet may run as a formula: a cell that begins, perhaps after white space, with = + - @ or one of their
 * full-width forms, or with a tab or line end itself (OWASP, CSV injection). Leading apostrophes are passed over, so that a
 * defused cell is one of these cells again: that is what makes taking back exact.
 */
const dangerous = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/** The cell with an apostrophe before it if a spreadsheet might run it; any other cell as it is. */
export function defuse(cell: string): string {
  return dangerous.test(cell) ? `'${cell}` : cell;
}

/** Takes back exactly what `defuse` does: `undefuse(defuse(x))` is `x` for every x. */
export function undefuse(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell;
}
