import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { Pair } from '@/lib/documents';
import { Draft } from './draft';
import { formatNamed, recognised } from './formats';
import { oneFile } from './incoming';
import { gathered, memoryArchive } from './memory-archive';
import { wholeFile } from './testing/whole-file';

const original = 'تهران خواستار خویشتن‌داری شد.\n\nسخنگو 😀 گفت که همه باید گفتگو کنند.\n\nپایان.';
const translation = 'Tehran called for restraint.\n\nThe spokesman 😀 said that all should talk.';

/** A study of a text, its translation and a third one, with one coding on each. */
async function study(pairs: (ids: string[]) => Pair[]) {
  const draft = new Draft('A study');
  const code = draft.code('c', 'Restraint');
  const coder = draft.member('m', 'Ann');
  for (const [title, raw, quote] of [
    ['A original', original, 'خویشتن‌داری'],
    ['B translation', translation, 'that all should talk'],
    ['C alone', translation, 'Tehran'],
  ] as const) {
    const document = draft.document(title, title, { raw });
    const start = document.text.indexOf(quote);
    draft.coding({ documentId: document.id, codeId: code, coderId: coder, span: { start, end: start + quote.length } });
  }
  const contents = await gathered(draft.reading().archive);
  return memoryArchive({ ...contents, pairs: pairs(contents.documents.map(({ id }) => id)) });
}

async function rowsOf(pairs: (ids: string[]) => Pair[]): Promise<Record<string, string>[]> {
  const archive = await study(pairs);
  return parse((await wholeFile(formatNamed('coded-passages.csv')!.write(archive, 'exact'))).toString(), {
    columns: true,
    record_delimiter: '\r\n',
  });
}

function pair([originalId, translationId]: string[], anchors: Pair['anchors'] = []): Pair[] {
  return [{ id: 'p', originalId: originalId!, translationId: translationId!, anchors }];
}

it('gives each passage the words across from it, their place by both rulers, and the side that was coded', async () => {
  const rows = await rowsOf((ids) => pair(ids));
  const across = rows.map(({ coded_side, pair_document, pair_quote }) => [coded_side, pair_document, pair_quote]);
  expect(across).toEqual([
    ['original', 'B translation', 'Tehran called for restraint.'],
    ['translation', 'A original', 'سخنگو 😀 گفت که همه باید گفتگو کنند.\n\nپایان.'],
    ['', '', ''],
  ]);
  const [, row] = rows;
  expect(original.slice(Number(row!.pair_start_utf16), Number(row!.pair_end_utf16))).toBe(row!.pair_quote);
  expect([...original].slice(Number(row!.pair_start_cp), Number(row!.pair_end_cp)).join('')).toBe(row!.pair_quote);
});

it('follows what was put together by hand, and has no quote where nothing was translated', async () => {
  const rows = await rowsOf((ids) => pair(ids, [{ original: 1, translation: 0 }]));
  expect(rows.map(({ pair_quote, pair_start_cp }) => [pair_quote, pair_start_cp])).toEqual([
    ['', ''],
    ['پایان.', String([...original].length - 6)],
    ['', ''],
  ]);
});

it('has the same rows as before for documents without a pair', async () => {
  const rows = await rowsOf(() => []);
  expect(
    rows.every(({ coded_side, pair_document_id, pair_quote }) => !coded_side && !pair_document_id && !pair_quote),
  ).toBe(true);
});

it('is kept by the archive', async () => {
  const archive = await study((ids) => pair(ids, [{ original: 0, translation: 0 }]));
  const format = formatNamed('archive.zip')!;
  const bytes = await wholeFile(format.write(archive, 'exact'));
  const incoming = oneFile('study.zip', bytes);
  const read = await (await recognised(incoming)).read(incoming);
  expect(read.archive.pairs).toEqual(archive.pairs);
});
