import { expect, it } from 'vitest';
import { readFile } from './read-file';
import { docxOf, zipOf } from './testing/packages';

const read = (bytes: Uint8Array) => readFile(bytes, { name: 'a.docx' });
const run = (words: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
const paragraph = (words: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${words}</w:p>`;

it('takes tracked changes as accepted, and says so', async () => {
  const body = paragraph(
    `${run('They ')}<w:ins>${run('all ')}</w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del>${run('met.')}`,
  );
  expect(await read(docxOf(body))).toMatchObject({
    text: 'They all met.',
    warnings: ['Tracked changes were taken as accepted: 1 insertion kept, 1 deletion left out.'],
  });
});

it('leaves out whole paragraphs that were moved away, and joins two whose mark between them was struck out', async () => {
  const body =
    `<w:moveFrom>${paragraph(run('Moved.'))}</w:moveFrom>` +
    paragraph(run('One sentence '), '<w:rPr><w:del/></w:rPr>') +
    paragraph(run('goes on.')) +
    paragraph(run('Next.'));
  expect((await read(docxOf(body))).text).toBe('One sentence goes on.\n\nNext.');
});

it('leaves out text hidden by itself, by its character style or by its paragraph’s, and says how much', async () => {
  const styles =
    '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/></w:style>';
  const body =
    paragraph(
      `${run('Seen. ')}${run('Anna', '<w:vanish/>')}${run('Boris', '<w:rStyle w:val="Ghost"/>')}${run('Also seen.', '<w:vanish w:val="0"/>')}`,
    ) + paragraph(`${run('Clara')}${run('Shown again.', '<w:vanish w:val="false"/>')}`, '<w:pStyle w:val="Child"/>');
  expect(await read(docxOf(body, { styles }))).toMatchObject({
    text: 'Seen. Also seen.\n\nShown again.',
    warnings: ['Hidden text was left out (14 characters).'],
  });
});

it('puts notes after the text, with the numbers they are referred to by', async () => {
  const note = (id: number, words: string) => `<w:footnote w:id="${id}">${paragraph(run(words))}</w:footnote>`;
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const body = paragraph(`${run('So')}${reference(7)}${run(' and so.')}${reference(2)}`);
  const { text, blocks } = await read(docxOf(body, { footnotes: note(2, 'Second.') + note(7, 'First.') }));
  expect(text).toBe('So[1] and so.[2]\n\n[1] First.\n\n[2] Second.');
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
});

it('gives list items the numbers that Word shows, and headings their level', async () => {
  const level = (at: number, format: string, pattern: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const item = (words: string, list: number, at = 0) =>
    paragraph(run(words), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const styles = '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>';
  const body =
    paragraph(run('Head'), '<w:pStyle w:val="H2"/>') +
    item('One', 1) +
    item('Inner', 1, 1) +
    item('Further', 1, 1) +
    item('Two', 1) +
    item('Inner', 1, 1) +
    item('Dot', 2);
  const { text, blocks } = await read(docxOf(body, { numbering, styles }));
  expect(text).toBe('Head\n\n1. One\n1.a) Inner\n1.b) Further\n2. Two\n2.a) Inner\nDot');
  expect(blocks.map(({ kind, level: depth }) => [kind, depth])).toEqual([
    ['heading', 2],
    ...[1, 2, 2, 1, 2, 1].map((depth) => ['list-item', depth]),
  ]);
});

it('makes each cell of a table a block, its paragraphs lines, and leaves out rows that were struck out', async () => {
  const cell = (...words: string[]) => `<w:tc>${words.map((each) => paragraph(run(each))).join('')}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('A')}${cell('B', 'b')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('gone')}</w:tr><w:tr>${cell('')}${cell('C')}</w:tr></w:tbl>`;
  const { text, blocks } = await read(docxOf(paragraph(run('Before')) + table + paragraph(run('After'))));
  expect(text).toBe('Before\n\nA\tB\nb\nC\n\nAfter');
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table-cell', 'table-cell', 'table-cell', 'paragraph']);
});

it('reads text boxes once, after the paragraph they hang on, and keeps special signs', async () => {
  const box = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent>${paragraph(run('Box'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run('Box'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const signs =
    '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>';
  expect((await read(docxOf(paragraph(signs + box)))).text).toBe('a\tb\nc\u2011d\u00ade\n\nBox');
});

it('says what else is in the file and stays out: comments, headers', async () => {
  const { text, warnings } = await read(
    docxOf(paragraph(run('Words')), { comments: '<w:comment/><w:comment/>', header: paragraph(run('Secret')) }),
  );
  expect(text).toBe('Words');
  expect(warnings).toEqual(['2 comments beside the text were left out.', 'Page headers and footers were left out.']);
});

it('names other kinds of file under the name', async () => {
  await expect(read(zipOf({ 'xl/workbook.xml': '' }))).rejects.toThrow('an Excel workbook');
  await expect(read(zipOf({ 'a.txt': 'words' }))).rejects.toThrow('without a Word document');
  await expect(read(new TextEncoder().encode('%PDF-1.7'))).rejects.toThrow('This is a PDF');
  await expect(readFile(new TextEncoder().encode('x'), { name: 'a.doc' })).rejects.toThrow('save it as .docx');
});
