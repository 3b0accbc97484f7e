import { youngerFor } from '../left-out';
import type { CodedDocument, ReportCode, ReportInput, UnitTables } from '../report-shape';
import type { SpansCase } from './spans-case';

/**
 * A whole project as a case of kind "spans": every document with its units, who finished it, and what they marked. This is
 * where an exported archive comes in: whoever reads one gives its documents (units cut by lib/text), coders and codes here.
 * Codings of people who did not finish a document are left out, and a code younger than somebody's pass is missing for
 * them, as on every page.
 */
export function projectCase({ documents, coders, codes }: ReportInput): SpansCase {
  const names = distinct(coders.map(({ id, name }) => [id, name]));
  const labels = distinct(
    codes.map((code) => [code.id, code.name]),
    codes,
  );
  const titles = distinct(documents.map(({ id, title }) => [id, title]));
  return {
    codes: codes.map(({ id }) => labels.get(id) ?? id),
    documents: documents.map(({ id, text, units }) => ({
      id: titles.get(id) ?? id,
      text,
      units: withWhole(units, text),
    })),
    coders: coders.map(({ id }) => {
      const done = documents.filter(({ finished }) => finished.includes(id));
      const titled = (document: CodedDocument) => titles.get(document.id) ?? document.id;
      const younger = (document: CodedDocument) =>
        new Set([...youngerFor(document, id, codes)].map((code) => labels.get(code) ?? code));
      return {
        name: names.get(id) ?? id,
        coded: new Set(done.map(titled)),
        younger: new Map(done.map((document) => [titled(document), younger(document)])),
      };
    }),
    annotations: documents.flatMap(({ id, finished, codings }) =>
      codings
        .filter(({ coderId, codeId }) => finished.includes(coderId) && names.has(coderId) && labels.has(codeId))
        .map(({ coderId, codeId, start, end }) => {
          return {
            coder: names.get(coderId) ?? '',
            document: titles.get(id) ?? id,
            code: labels.get(codeId) ?? '',
            start,
            end,
          };
        }),
    ),
  };
}

function withWhole(units: UnitTables, text: string): SpansCase['documents'][number]['units'] {
  return { ...units, document: text.trim() === '' ? new Int32Array(0) : Int32Array.of(0, text.length) };
}

/** Labels by id, each once. Codes of one name are told apart by where they stand in the tree, others by a number. */
function distinct(
  named: readonly (readonly [id: string, name: string])[],
  codes: readonly ReportCode[] = [],
): Map<string, string> {
  const known = new Map(codes.map((code) => [code.id, code]));
  const often = new Map([...Map.groupBy(named, ([, name]) => name)].map(([name, { length }]) => [name, length]));
  const taken = new Set<string>();
  return new Map(
    named.map(([id, name]) => {
      const path = (often.get(name) ?? 0) > 1 ? pathOf(id, known) : name;
      let label = path || name;
      for (let number = 2; taken.has(label); number += 1) label = `${path || name} (${number})`;
      taken.add(label);
      return [id, label];
    }),
  );
}

function pathOf(id: string, known: ReadonlyMap<string, ReportCode>): string {
  const line: ReportCode[] = [];
  for (let code = known.get(id); code && !line.includes(code); code = known.get(code.parentId ?? ''))
    line.unshift(code);
  return line.map(({ name }) => name).join(' > ');
}
