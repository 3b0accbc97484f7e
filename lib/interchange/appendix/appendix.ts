import type { Choices, Gathering, Report } from '@/lib/agreement';
import { coderRows, gather, longRows, matrixCells, setRows, unitPlaces, unitRows } from '@/lib/agreement';
import type { ReportInput } from '@/lib/agreement';
import { Refusal } from '@/lib/errors';
import type { ZipEntry } from '../zip-write';
import { labelsOf, type AppendixLabels } from './labels';
import { instructions } from './instructions';
import { pythonScript, rScript } from './scripts';
import {
  codebookTable,
  codesTable,
  codersTable,
  documentsTable,
  leftOutTable,
  overallTable,
  pairsTable,
  warningsTable,
} from './tables';

/** A report with all that is needed to compute its numbers again elsewhere. */
export type Appendix = {
  readonly report: Report;
  readonly input: ReportInput;
  readonly choices: Choices;
  /** What was done, in paragraphs that can go into a paper. */
  readonly methods: readonly string[];
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly sha256: string;
    readonly length: number;
  }[];
  readonly coders: readonly {
    readonly id: string;
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
  readonly codebookVersion: number;
};

/** More cells than this make a file that few programs open. */
const mostCells = 400_000_000;

/** The files of the appendix, one after the other, each written while it is read. */
export async function* appendixEntries(appendix: Appendix): AsyncGenerator<ZipEntry> {
  const gathering = gather(appendix.input, appendix.choices);
  refuseTooMany(gathering);
  const labels = labelsOf(gathering, appendix);
  const text = (name: string, pieces: Iterable<string>): ZipEntry => ({ name, content: utf8(pieces) });
  yield text('README.txt', instructions(appendix, labels));
  yield* tables(appendix, labels, text);
  yield text('matrix/units.csv', unitPlaces(gathering));
  for (const { id } of gathering.codes) {
    const label = labels.codes.get(id) ?? id;
    yield text(`matrix/units-in-rows/${label}.csv`, unitRows(gathering, id, labels.coders));
    yield text(`matrix/coders-in-rows/${label}.csv`, coderRows(gathering, id, labels.coders));
  }
  yield text('matrix/sets.csv', setRows(gathering, labels.coders, labels.codes));
  yield text('matrix/long.csv', longRows(gathering, labels.coders, labels.codes));
  yield text('recompute.R', [rScript]);
  yield text('recompute.py', [pythonScript]);
}

function* tables(
  appendix: Appendix,
  labels: AppendixLabels,
  text: (name: string, pieces: Iterable<string>) => ZipEntry,
): Generator<ZipEntry> {
  yield text('tables/overall.csv', overallTable(appendix));
  yield text('tables/codes.csv', codesTable(appendix, labels));
  yield text('tables/pairs.csv', pairsTable(appendix, labels));
  yield text('tables/documents.csv', documentsTable(appendix, labels));
  yield text('tables/left-out.csv', leftOutTable(appendix, labels));
  yield text('tables/warnings.csv', warningsTable(appendix, labels));
  yield text('codebook.csv', codebookTable(appendix, labels));
  yield text('coders.csv', codersTable(appendix, labels));
}

function refuseTooMany(gathering: Gathering): void {
  const cells = matrixCells(gathering);
  if (cells <= mostCells) return;
  throw new Refusal(
    'invalid',
    `The matrix of decisions would have ${Math.round(cells / 1e6).toLocaleString('en')} million cells, more than ${mostCells / 1e6} million. Choose a larger unit, or fewer codes or documents.`,
  );
}

const encoder = new TextEncoder();
const enough = 1 << 16;

/** Pieces of text as UTF-8, gathered so that none is small. */
function* utf8(pieces: Iterable<string>): Generator<Uint8Array> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < enough) continue;
    yield encoder.encode(held);
    held = '';
  }
  if (held !== '') yield encoder.encode(held);
}
