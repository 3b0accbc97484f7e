import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { isRefusal } from '@/lib/errors';
import { readTable } from './read-table';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A blank line is a row of a spreadsheet, too; a line end within quotation marks is none. */
const numbersOf: Record<string, number[]> = {
  'blank.csv': [2, 4],
  'statements.csv': [2, 3],
  'statements.tsv': [2, 3],
  'posts.jsonl': [3, 5],
};

it.each([
  ['blank.csv', 'title,text\nOne,"First, and\nsecond line"\n\nTwo,Other\n'],
  ['statements.csv', '\ufefftitle;text\r\nOne;"First, and\nsecond line"\r\nTwo;Other'],
  ['statements.tsv', 'title\ttext\nOne\t"First, and\nsecond line"\nTwo\tOther'],
  ['posts.jsonl', '\n\n{"title":"One","text":"First, and\\nsecond line"}\n\n{"text":"Other","title":"Two"}\n'],
])('reads the rows of %s below the names of their columns', async (name, text) => {
  const { numbers, ...table } = await readTable(bytes(text), { name });
  expect(table).toEqual({
    header: ['title', 'text'],
    rows: [
      ['One', 'First, and\nsecond line'],
      ['Two', 'Other'],
    ],
    encoding: 'utf-8',
    guessed: false,
  });
  expect(numbers).toEqual(numbersOf[name]);
});

it('reads the first sheet of a workbook: shared and inline texts, gaps, and days as days', async () => {
  const rows = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>date</t></is></c><c r="D1" t="s"><v>1</v></c></row>',
    '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>44994.6</v></c><c r="D3"><v>7</v></c></row>',
  ];
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const book = zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="B" r:id="r2"/><sheet name="A" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst xmlns="${main}"><si><t>text</t></si><si><t>views</t></si><si><r><t>Слова</t></r><r><t> и слова</t></r><rPh><t>x</t></rPh></si></sst>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData/></worksheet>`),
    'xl/worksheets/sheet2.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ),
  });
  expect(await readTable(book, { name: 'statements.xlsx' })).toEqual({
    ...{
      header: ['text', 'date', 'Column 3', 'views'],
      rows: [['Слова и слова', '2023-03-09', '', '7']],
      numbers: [3],
      encoding: null,
      guessed: false,
    },
  });
});

it('reads a table in another encoding than the guessed one, once somebody names it', async () => {
  const cyrillic = Uint8Array.from(
    [...'text\n'].map((sign) => sign.charCodeAt(0)).concat([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
  );
  expect(await readTable(cyrillic, { name: 'x.csv', encoding: 'windows-1251' })).toMatchObject({
    rows: [['Привет']],
    encoding: 'windows-1251',
    guessed: false,
  });
  expect(await readTable(cyrillic, { name: 'x.csv', encoding: 'koi8-r' })).toMatchObject({
    encoding: 'koi8-r',
    guessed: false,
  });
});

it.each([
  ['an empty file', '', 'empty'],
  ['names without rows', 'title,text\n', 'no rows'],
  ['a row with a cell too many', 'title,text\nOne,two,three\n', 'cannot be read'],
  ['an open quotation mark', 'title,text\nOne,"two\n', 'quotation mark'],
  ['too many columns', `${'a,'.repeat(300)}a\n${'b,'.repeat(300)}b\n`, '200 columns'],
])('refuses %s in words', async (_, text, why) => {
  await expect(readTable(bytes(text), { name: 'x.csv' })).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringMatching(why),
  });
});

it('names the line that is no JSON object', async () => {
  await expect(readTable(bytes('{"text":"a"}\n[1]\n'), { name: 'x.jsonl' })).rejects.toThrow('Line 2');
});

it('reads or refuses any bytes at all', async () => {
  const name = fc.constantFrom('x.csv', 'x.tsv', 'x.xlsx', 'x.jsonl');
  const any = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytes));
  await fc.assert(
    fc.asyncProperty(any, name, async (all, called) => {
      const table = await readTable(all, { name: called }).catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        return null;
      });
      for (const row of table?.rows ?? []) expect(row.length).toBe(table!.header.length);
    }),
    { seed: 7, numRuns: 200 },
  );
});
