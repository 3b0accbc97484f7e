import { expect, it } from 'vitest';
import { readFile } from './read-file';
import { odtOf, zipOf } from './testing/packages';

const read = (bytes: Uint8Array) => readFile(bytes, { name: 'a.odt' });

it('leaves out what was struck out, hidden or written beside the text, and says so', async () => {
  const styles =
    '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>';
  const body =
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
    '<text:p>They <text:change/>met<office:annotation><text:p>Who?</text:p></office:annotation><text:span text:style-name="Gone"> Anna</text:span>.</text:p>' +
    '<text:section text:display="none"><text:p>Hidden section</text:p></text:section>';
  expect(await read(odtOf(body, styles))).toMatchObject({
    text: 'They met.',
    warnings: [
      'Tracked changes were taken as accepted (1 change); what was struck out was left out.',
      'Hidden text was left out (2 passages).',
      '1 comment beside the text was left out.',
    ],
  });
});

it('keeps spaces, tabs and line breaks that are written as elements, and joins white space of the file itself', async () => {
  const body =
    '<text:p>a\n   b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e<text:s text:c="99999999"/>f</text:p>';
  expect((await read(odtOf(body))).text).toBe(`a b   c\td\ne${' '.repeat(200)}f`);
});

it('numbers lists, also those that go on after a paragraph, and tells headings, cells and notes', async () => {
  const styles =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>' +
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>';
  const item = (words: string, inner = '') => `<text:list-item><text:p>${words}</text:p>${inner}</text:list-item>`;
  const body =
    '<text:h text:outline-level="2">Head<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body></text:note></text:h>' +
    `<text:list text:style-name="L">${item('One', `<text:list>${item('Inner')}${item('Further')}</text:list>`)}${item('Two')}</text:list>` +
    `<text:p>Between</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('Three')}</text:list>` +
    '<table:table><table:table-row><table:table-cell><text:p>A</text:p><text:p>a</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>';
  const { text, blocks } = await read(odtOf(body, styles));
  expect(text).toBe('Head[1]\n\n1. One\na) Inner\nb) Further\n2. Two\n\nBetween\n\n3. Three\n\nA\na\tB\n\n[1] Note.');
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'list-item',
    'list-item',
    'list-item',
    'list-item',
    'paragraph',
    'list-item',
    'table-cell',
    'table-cell',
    'paragraph',
  ]);
});

it('refuses what is locked, is no text, or is not there', async () => {
  await expect(
    read(zipOf({ 'META-INF/manifest.xml': '<m><encryption-data/></m>', 'content.xml': '' })),
  ).rejects.toThrow('password');
  await expect(read(zipOf({ 'content.xml': '<a/>' }))).rejects.toThrow('not a text');
  await expect(read(zipOf({ 'a.txt': 'words' }))).rejects.toThrow('without a text');
});
