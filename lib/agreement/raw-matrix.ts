import { gather, partFor } from './gather';
import type { Gathered } from './gather';
import type { Choices, ReportInput } from './report-shape';
import { sweep } from './sweep';

/**
 * The decisions on one code as a CSV matrix, line by line: a unit per row, a coder per column, 1 for yes, 0 for no and an
 * empty cell where the coder did not finish the document. R's irr and Python's krippendorff take it transposed;
 * `concord agreement` takes it as it is.
 */
export function* rawMatrix(input: ReportInput, choices: Choices, codeId: string): Generator<string> {
  const { documents, coderIds } = gather(input, choices);
  const names = new Map(input.coders.map(({ id, name }) => [id, name]));
  yield `${['unit', ...coderIds.map((id) => cell(names.get(id) ?? id))].join(',')}\r\n`;
  for (const gathered of documents) yield* linesOf(gathered, codeId, coderIds);
}

function* linesOf(gathered: Gathered, codeId: string, coderIds: readonly string[]): Generator<string> {
  const { marks } = partFor(gathered, codeId);
  const layers = coderIds.map((coder) => marks.get(coder)?.get(codeId) ?? []);
  for (const { start, end, on } of sweep(gathered.axis.length, layers)) {
    const said = coderIds.map((coder, layer) => (marks.has(coder) ? (on.has(layer) ? '1' : '0') : '')).join(',');
    for (let unit = start; unit < end; unit += 1) yield `${cell(`${gathered.document.id}:${unit + 1}`)},${said}\r\n`;
  }
}

function cell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
