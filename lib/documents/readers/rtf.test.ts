import { expect, it } from 'vitest';
import { readFile } from './read-file';

const read = (words: string) =>
  readFile(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252${words}}`, 'latin1'), { name: 'a.rtf' });

it('reads letters by their number, in the code page of their font, and in the document’s own', async () => {
  const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset178 C;}{\\f3\\fcharset128 D;}}';
  const words =
    "{\\f1 \\'cc\\'e8\\'f0}, {\\f2 \\'d3\\'e1\\'c7\\'e3}, {\\f3 \\'93\\'fa\\'96\\'7b}, caf\\'e9, \\u1052?\\u1080?\\u1088?, \\uc0\\u-10179\\u-8694";
  expect((await read(`${fonts}${words}`)).text).toBe('Мир, سلام, 日本, café, Мир, 😊');
});

it('jumps over what older programs would show for a letter, and no further', async () => {
  expect((await read("\\uc2\\u1052\\'3f\\'3fx \\uc1\\u8217'y{\\uc3\\u1080abc}z")).text).toBe('Мx ’yиz');
});

it('leaves out struck-out and hidden words, comments and headers, and says so', async () => {
  const { text, warnings } = await read(
    '{\\header\\pard Running\\par}They {\\deleted never }met{\\v  Anna}.{\\*\\annotation Who?}',
  );
  expect(text).toBe('They met.');
  expect(warnings).toEqual([
    'Tracked changes were taken as accepted; 6 struck-out characters were left out.',
    'Hidden text was left out (5 characters).',
    '1 comment beside the text was left out.',
    'Page headers and footers were left out.',
  ]);
});

it('tells headings by level or by the name of their style, list items with their numbers, cells and notes', async () => {
  const styles = '{\\stylesheet{\\s0 Normal;}{\\s3 heading 2;}{\\s4\\outlinelevel0 Big;}}';
  const { text, blocks } = await read(
    `${styles}\\pard\\s4 Top\\par\\pard\\s3 Below{\\footnote\\pard\\s0 Note.}\\par` +
      "{\\listtext 1.\\tab}\\pard\\ls1\\ilvl0 One\\par{\\listtext\\'b7\\tab}\\pard\\ls1\\ilvl1 Dot\\par" +
      '\\pard\\intbl A\\par a\\cell B\\cell\\row\\pard\\intbl C\\cell\\cell\\row\\pard End\\par',
  );
  expect(text).toBe('Top\n\nBelow[1]\n\n1. One\nDot\n\nA\na\tB\nC\n\nEnd\n\n[1] Note.');
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['list-item', 1],
    ['list-item', 2],
    ['table-cell', undefined],
    ['table-cell', undefined],
    ['table-cell', undefined],
    ['paragraph', undefined],
    ['paragraph', undefined],
  ]);
});

it('takes pictures, fields’ instructions and unknown starred groups for no words', async () => {
  const words =
    'a{\\pict 0a0b}{\\*\\unknown x}{\\field{\\*\\fldinst HYPERLINK "javascript:x"}{\\fldrslt link}}\\bin2 {}\\b b';
  expect((await read(words)).text).toBe('alinkb');
});
