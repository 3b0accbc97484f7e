import type { DocumentSummary } from '@/lib/documents';
import { languageName } from '../languages';
import { CellEditor } from './cell-editor';
import { cellFault, storedValue, valueIn, type Column, type Edits } from './described';
import { isIn } from './grid';
import type { useGrid } from './use-grid';
import classes from './table.module.css';

type Props = {
  documents: readonly DocumentSummary[];
  columns: readonly Column[];
  edits: Edits;
  grid: ReturnType<typeof useGrid>;
};

/** Documents by attributes, to be written in like a spreadsheet. */
export function ValuesTable({ documents, columns, edits, grid }: Props) {
  const { table, range, editing, go, edit, press, paste, copy, done, cancel } = grid;
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        role="grid"
        aria-label="Values of documents"
        aria-multiselectable
        className={classes.table}
        onKeyDown={press}
        onPaste={paste}
        onCopy={copy}
      >
        <thead>
          <tr>
            {columns.map(({ key, name, required }) => (
              <th key={key} scope="col" className={key === '#title' ? classes.title : undefined}>
                <bdi>{name}</bdi>
                {required && <span className={classes.required}> (required)</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documents.map((document, row) => (
            <tr key={document.id}>
              {columns.map((column, at) => {
                const place = { row, column: at };
                const value = valueIn(edits, document, column);
                const here = range.to.row === row && range.to.column === at;
                const written = editing?.place.row === row && editing.place.column === at;
                return (
                  <td
                    key={column.key}
                    role="gridcell"
                    tabIndex={here ? 0 : -1}
                    data-cell={`${row} ${at}`}
                    data-changed={value !== storedValue(document, column) || undefined}
                    aria-selected={isIn(range, place)}
                    aria-invalid={cellFault(edits, document, column) !== null || undefined}
                    className={at === 0 ? classes.title : undefined}
                    onMouseDown={(event) => !written && go(place, event.shiftKey)}
                    onDoubleClick={() => !written && edit(place)}
                  >
                    {written ? (
                      <CellEditor column={column} begin={editing.begin} done={done} cancel={cancel} />
                    ) : (
                      <span className={classes.value} dir="auto">
                        {column.type === 'language' && value ? `${languageName(value)} (${value})` : value}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
