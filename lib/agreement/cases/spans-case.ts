import { distinct, fault, labelAt, listAt, objectAt, stretchAt, textAt } from './fault';
import type { Plain } from './fault';

export const unitLevels = ['word', 'sentence', 'paragraph', 'document'] as const;
export type UnitLevel = (typeof unitLevels)[number];

export type SpansDocument = {
  readonly id: string;
  readonly text: string;
  readonly units: Readonly<Partial<Record<UnitLevel, Int32Array>>>;
};
export type Annotation = {
  readonly coder: string;
  readonly document: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
};

/** A coder and the documents they coded. `younger`, by document: codes made after their pass, missing for them there. */
export type SpansCoder = {
  readonly name: string;
  readonly coded: ReadonlySet<string>;
  readonly younger?: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Free-text span coding, read and checked. */
export type SpansCase = {
  readonly codes: readonly string[];
  readonly documents: readonly SpansDocument[];
  readonly coders: readonly SpansCoder[];
  readonly annotations: readonly Annotation[];
};

/** Reads a case of kind "spans". */
export function spansCase(plain: Plain): SpansCase {
  const codes = distinct(
    listAt(plain.codes, 'codes').map((code, index) => labelAt(code, `codes[${index}]`)),
    (index) => `codes[${index}]`,
  );
  const documents = listAt(plain.docs, 'docs').map((value, index) =>
    documentAt(objectAt(value, `docs[${index}]`), `docs[${index}]`),
  );
  distinct(
    documents.map(({ id }) => id),
    (index) => `docs[${index}].id`,
  );
  checkLevels(documents);
  const coders = listAt(plain.coders, 'coders').map((value, index) =>
    coderAt(objectAt(value, `coders[${index}]`), `coders[${index}]`, documents),
  );
  distinct(
    coders.map(({ name }) => name),
    (index) => `coders[${index}].name`,
  );
  const names = {
    codes: new Set(codes),
    coders: new Set(coders.map(({ name }) => name)),
    documents: new Map(documents.map((document) => [document.id, document])),
  };
  const annotations = listAt(plain.annotations, 'annotations').map((value, index) =>
    annotationAt(objectAt(value, `annotations[${index}]`), `annotations[${index}]`, names),
  );
  return { codes, documents, coders, annotations };
}

function documentAt(plain: Plain, place: string): SpansDocument {
  const text = textAt(plain.text, `${place}.text`);
  if (plain.length !== undefined && plain.length !== text.length) {
    fault(`${place}.length`, `is ${String(plain.length)}, but the text has ${text.length} UTF-16 units`);
  }
  const units = objectAt(plain.units, `${place}.units`);
  const tables = unitLevels.flatMap((level) =>
    units[level] === undefined
      ? []
      : [[level, unitTable(listAt(units[level], `${place}.units.${level}`), `${place}.units.${level}`, text.length)]],
  );
  return { id: labelAt(plain.id, `${place}.id`), text, units: Object.fromEntries(tables) as SpansDocument['units'] };
}

function unitTable(pairs: readonly unknown[], place: string, length: number): Int32Array {
  const table = new Int32Array(pairs.length * 2);
  let last = 0;
  pairs.forEach((value, index) => {
    const here = `${place}[${index}]`;
    const [start, end] = listAt(value, here);
    const unit = stretchAt({ start, end }, here, length);
    if (unit.start < last) fault(here, `begins at ${unit.start}, before the unit in front of it ends (${last})`);
    table.set([unit.start, unit.end], index * 2);
    last = unit.end;
  });
  return table;
}

/** A level that some documents lack would silently count part of the material only. */
function checkLevels(documents: readonly SpansDocument[]): void {
  for (const level of unitLevels) {
    const lacking = documents.findIndex(({ units }) => !units[level]);
    if (lacking !== -1 && documents.some(({ units }) => units[level])) {
      fault(`docs[${lacking}].units`, `has no "${level}", which other documents have`);
    }
  }
}

function coderAt(plain: Plain, place: string, documents: readonly SpansDocument[]) {
  const known = new Set(documents.map(({ id }) => id));
  const coded = listAt(plain.coded, `${place}.coded`).map((value, index) => {
    const id = labelAt(value, `${place}.coded[${index}]`);
    return known.has(id) ? id : fault(`${place}.coded[${index}]`, `"${id}" is not the id of a document`);
  });
  return { name: labelAt(plain.name, `${place}.name`), coded: new Set(coded) };
}

type Names = {
  readonly codes: ReadonlySet<string>;
  readonly coders: ReadonlySet<string>;
  readonly documents: ReadonlyMap<string, SpansDocument>;
};

function annotationAt(plain: Plain, place: string, names: Names): Annotation {
  const coder = labelAt(plain.coder, `${place}.coder`);
  const document = labelAt(plain.doc, `${place}.doc`);
  const code = labelAt(plain.code, `${place}.code`);
  if (!names.coders.has(coder)) fault(`${place}.coder`, `"${coder}" is not one of the coders`);
  if (!names.codes.has(code)) fault(`${place}.code`, `"${code}" is not one of the codes`);
  const text =
    names.documents.get(document)?.text ?? fault(`${place}.doc`, `"${document}" is not the id of a document`);
  return { coder, document, code, ...stretchAt(plain, place, text.length) };
}
