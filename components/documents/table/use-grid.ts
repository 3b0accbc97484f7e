import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { cellsOf, pasted, step, within, type Place, type Range, type Size, type Written } from './grid';

type Acts = { read: (place: Place) => string; write: (cells: Written[]) => void; size: Size };

const origin: Place = { row: 0, column: 0 };

/** Where the keys are in the table, which cells are chosen, and which one is written in. */
export function useGrid({ read, write, size }: Acts) {
  const [range, setRange] = useState<Range>({ from: origin, to: origin });
  const [editing, setEditing] = useState<{ place: Place; begin: string } | null>(null);
  const table = useRef<HTMLTableElement>(null);

  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current || editing) return;
    moved.current = false;
    table.current?.querySelector<HTMLElement>(`[data-cell='${range.to.row} ${range.to.column}']`)?.focus();
  }, [range, editing]);

  function go(to: Place, extend = false): void {
    setRange(extend ? { from: range.from, to } : { from: to, to });
    moved.current = true;
  }
  function edit(place: Place, begin = read(place)): void {
    setRange({ from: place, to: place });
    setEditing({ place, begin });
  }
  function press(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const held = ctrlKey || metaKey;
    const to = step(range.to, { key, ctrlKey: held }, size);
    if (to) go(to, shiftKey);
    else if (key === 'Enter' || key === 'F2') edit(range.to);
    else if (key === 'Delete' || key === 'Backspace') write(cellsOf(range).map((place) => ({ ...place, value: '' })));
    else if (held && key.toLowerCase() === 'd') fillDown();
    else if (key.length === 1 && !held && !altKey) edit(range.to, key);
    else return;
    event.preventDefault();
  }
  /** The first row of the chosen cells, into those below; of a single row, what stands above it. */
  function fillDown(): void {
    const cells = cellsOf(range);
    const [top, bottom] = [cells[0]!.row, cells.at(-1)!.row];
    const from = top === bottom ? Math.max(0, top - 1) : top;
    write(cells.filter(({ row }) => row > from).map((place) => ({ ...place, value: read({ ...place, row: from }) })));
  }
  function paste(event: ClipboardEvent): void {
    if (editing) return;
    event.preventDefault();
    write(pasted(event.clipboardData.getData('text/plain'), range, size));
  }
  function copy(event: ClipboardEvent): void {
    if (editing) return;
    event.preventDefault();
    const rows = Map.groupBy(cellsOf(range), ({ row }) => row);
    const lines = [...rows.values()].map((cells) =>
      cells.map((place) => read(place).replaceAll(/[\t\n]/g, ' ')).join('\t'),
    );
    event.clipboardData.setData('text/plain', lines.join('\n'));
  }
  function done(value: string, move: 'down' | 'right' | 'stay'): void {
    if (!editing) return;
    const { place } = editing;
    write([{ ...place, value }]);
    setEditing(null);
    const { row, column } = place;
    if (move !== 'stay')
      return go(within(move === 'down' ? { row: row + 1, column } : { row, column: column + 1 }, size));
    moved.current = true;
  }
  function cancel(): void {
    if (!editing) return;
    setEditing(null);
    moved.current = true;
  }
  return { table, range, editing, go, edit, press, paste, copy, done, cancel };
}
