/** A place in the table: row and column, both from 0. */
export type Place = { row: number; column: number };
/** The cells between two corners, corners included. `to` is where the keys are. */
export type Range = { from: Place; to: Place };
export type Size = { rows: number; columns: number };

/** How many rows Page Up and Page Down go. */
const leap = 15;

/** Where a key leads from a cell, or null for a key that leads nowhere. */
export function step(
  { row, column }: Place,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  size: Size,
): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const moves: Record<string, Place> = {
    ArrowUp: { row: ctrlKey ? 0 : row - 1, column },
    ArrowDown: { row: ctrlKey ? last.row : row + 1, column },
    ArrowLeft: { row, column: ctrlKey ? 0 : column - 1 },
    ArrowRight: { row, column: ctrlKey ? last.column : column + 1 },
    PageUp: { row: row - leap, column },
    PageDown: { row: row + leap, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? last.row : row, column: last.column },
  };
  return Object.hasOwn(moves, key) ? within(moves[key]!, size) : null;
}

export function within({ row, column }: Place, { rows, columns }: Size): Place {
  return { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
}

/** All cells of a range, row by row. */
export function cellsOf({ from, to }: Range): Place[] {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, along) => ({ row: top + down, column: left + along })),
  ).flat();
}

export function isIn({ from, to }: Range, { row, column }: Place): boolean {
  const between = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b);
  return between(row, from.row, to.row) && between(column, from.column, to.column);
}

export type Written = Place & { value: string };

/**
 * What pasting cells of a spreadsheet (tabs between columns, a line per row) writes where. One value goes into every chosen cell;
 * several begin in the upper left corner, and what would lie beside the table is left out.
 */
export function pasted(text: string, range: Range, { rows, columns }: Size): Written[] {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const chosen = cellsOf(range);
  if (lines.length === 1 && lines[0]!.length === 1)
    return chosen.map((place) => ({ ...place, value: lines[0]![0]!.trim() }));
  const { row, column } = chosen[0]!;
  return lines
    .flatMap((line, down) =>
      line.map((value, along) => ({ row: row + down, column: column + along, value: value.trim() })),
    )
    .filter((cell) => cell.row < rows && cell.column < columns);
}
