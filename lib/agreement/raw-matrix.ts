import { partFor, partOfSets } from './gather';
import type { Gathered, Gathering } from './gather';
import { Catalogue } from './catalogue';
import { codeStretches, setStretches } from './stretches';
import type { Part, Stretch } from './stretches';

/** What coders or codes are called in a file, by id. Each name once: programs take columns for their names. */
export type Labels = ReadonlyMap<string, string>;

/**
 * The decisions on one code as a CSV matrix, line by line: a unit per row, a coder per column, 1 for yes, 0 for no and an
 * empty cell where the coder did not finish the document. `concord agreement` and most functions of R's irr take it so.
 */
export function* unitRows({ documents, coderIds }: Gathering, codeId: string, coders: Labels): Generator<string> {
  yield line(['unit', ...coderIds.map((id) => coders.get(id) ?? id)]);
  for (const gathered of documents) {
    const part = partFor(gathered, codeId);
    const write = cellsOf(part, coderIds, (category) => String(category));
    yield* unitLines(gathered, codeStretches(part, codeId), write);
  }
}

/**
 * The same decisions with a coder per row and a unit per column: what kripp.alpha of R's irr and alpha of Python's
 * krippendorff ask for.
 */
export function* coderRows({ documents, coderIds }: Gathering, codeId: string, coders: Labels): Generator<string> {
  yield 'coder';
  for (const gathered of documents) for (const unit of unitNames(gathered)) yield `,${cell(unit)}`;
  yield '\r\n';
  for (const coder of coderIds) {
    yield cell(coders.get(coder) ?? coder);
    for (const gathered of documents) yield* coderCells(partFor(gathered, codeId), codeId, coder);
    yield '\r\n';
  }
}

/** The sets of codes that coders put on units, a unit per row: `{c1|c3}`, `{}` for none, empty where a coder is missing. */
export function* setRows({ documents, coderIds }: Gathering, coders: Labels, codes: Labels): Generator<string> {
  yield line(['unit', ...coderIds.map((id) => coders.get(id) ?? id)]);
  for (const gathered of documents) {
    const part = partOfSets(gathered);
    const catalogue = new Catalogue();
    const write = cellsOf(part, coderIds, (category) => `{${setText(catalogue, category, codes)}}`);
    yield* unitLines(gathered, setStretches(part, catalogue), write);
  }
}

/** The long form: a row per unit and coder who finished, with the codes that were put there and those not decided on. */
export function* longRows({ documents, coderIds }: Gathering, coders: Labels, codes: Labels): Generator<string> {
  yield line(['unit', 'document_id', 'coder', 'codes', 'undecided']);
  for (const gathered of documents) {
    const part = { axis: gathered.axis, marks: gathered.marks };
    const here = [...part.marks.keys()];
    const ends = here.map((id) => line(['', namesOf(gathered.younger.get(id) ?? [], codes)]));
    const starts = here.map((id) => `,${cell(gathered.document.id)},${cell(coders.get(id) ?? id)},`);
    const order = coderIds.map((id) => here.indexOf(id)).filter((place) => place >= 0);
    const catalogue = new Catalogue();
    const write = (stretch: Stretch) => {
      const texts = here.map(() => '');
      stretch.who.forEach((place, index) => (texts[place] = setText(catalogue, stretch.what[index] as number, codes)));
      return (unit: string) => order.map((place) => `${unit}${starts[place]}${texts[place]}${ends[place]}`).join('');
    };
    yield* eachUnit(gathered, setStretches(part, catalogue), write);
  }
}

/** Every unit with its place in the text: half-open, in UTF-16 code units. */
export function* unitPlaces({ documents }: Gathering): Generator<string> {
  yield line(['unit', 'document_id', 'number', 'start', 'end']);
  for (const { document, axis } of documents) {
    for (let unit = 0; unit < axis.length; unit += 1) {
      const places = axis.places({ start: unit, end: unit + 1 });
      const { start, end } = places[0] ?? { start: 0, end: 0 };
      yield line([`${document.id}:${unit + 1}`, document.id, String(unit + 1), String(start), String(end)]);
    }
  }
}

/** How many cells the matrices of all chosen codes have together. */
export function matrixCells({ documents, coderIds, codes }: Gathering): number {
  return documents.reduce((sum, { axis }) => sum + axis.length, 0) * coderIds.length * codes.length;
}

type Write = (stretch: Stretch) => (unit: string) => string;

function* unitLines(
  gathered: Gathered,
  stretches: Iterable<Stretch>,
  cells: (stretch: Stretch) => string,
): Generator<string> {
  yield* eachUnit(gathered, stretches, (stretch) => {
    const said = cells(stretch);
    return (unit) => `${unit},${said}\r\n`;
  });
}

function* eachUnit({ document }: Gathered, stretches: Iterable<Stretch>, write: Write): Generator<string> {
  let number = 0;
  for (const stretch of stretches) {
    const text = write(stretch);
    for (const beyond = number + stretch.units; number < beyond;) yield text(cell(`${document.id}:${(number += 1)}`));
  }
}

function* unitNames({ document, axis }: Gathered): Generator<string> {
  for (let unit = 1; unit <= axis.length; unit += 1) yield `${document.id}:${unit}`;
}

/** The cells of a row in the order of all coders; who is not in the document has an empty one. */
function cellsOf(
  { marks }: Part,
  coderIds: readonly string[],
  text: (category: number) => string,
): (stretch: Stretch) => string {
  const place = new Map([...marks.keys()].map((coder, index) => [coder, index]));
  const order = coderIds.map((id) => place.get(id) ?? -1);
  return ({ who, what }) => {
    const said = new Map(who.map((coder, index) => [coder, what[index] as number]));
    return order.map((coder) => (coder < 0 ? '' : text(said.get(coder) ?? 0))).join(',');
  };
}

function* coderCells(part: Part, codeId: string, coder: string): Generator<string> {
  const own = part.marks.get(coder);
  const alone = new Map(own ? [[coder, own]] : []);
  for (const { units, who } of codeStretches({ axis: part.axis, marks: alone }, codeId)) {
    const said = own ? (who.length > 0 ? ',1' : ',0') : ',';
    for (let left = units; left > 0; left -= longest) yield said.repeat(Math.min(left, longest));
  }
}

/** So many cells are written at once at most, to keep strings short. */
const longest = 10_000;

function setText(catalogue: Catalogue, category: number, codes: Labels): string {
  return namesOf(catalogue.sets[category] ?? [], codes);
}

function namesOf(ids: Iterable<string>, codes: Labels): string {
  return [...ids]
    .map((id) => codes.get(id) ?? id)
    .sort()
    .join('|');
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
