import { expect, it } from 'vitest';
import { encodings, readFile } from './index';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it('takes the title from the first heading of Markdown and from the first line of plain text that reads like a name', async () => {
  expect((await readFile(utf8('Preface.\n\n## The *Orun* war ##\n\nWords.'), { name: 'x.md' })).title).toBe(
    'The Orun war',
  );
  expect((await readFile(utf8('\nRemarks to the press\n\nGood afternoon.'), { name: 'x.txt' })).title).toBe(
    'Remarks to the press',
  );
});

it('names a text that begins with a sentence after its file, never after its folder', async () => {
  const read = await readFile(utf8('Good afternoon. I begin with Belisar.'), { name: '../etc/Briefing 9 March.TXT' });
  expect(read.title).toBe('Briefing 9 March');
});

it('tells language and direction for people to correct', async () => {
  const read = await readFile(
    utf8('جمهوری اسلامی ایران به دنبال جنگ نیست، اما از منافع خود دفاع می‌کند و پاسخ خواهد داد.'),
    { name: 'a.txt' },
  );
  expect(read).toMatchObject({ language: 'fa', direction: 'rtl', encoding: 'utf-8', guessed: false });
});

it('believes a byte order mark and leaves it out of the text', async () => {
  const little = Uint8Array.from([0xff, 0xfe, 0x3d, 0xd8, 0x4a, 0xdc, 0x21, 0x00]);
  expect(await readFile(little, { name: 'a.txt' })).toMatchObject({
    text: '👊!',
    encoding: 'utf-16le',
    guessed: false,
  });
  expect((await readFile(utf8('\ufeffWords'), { name: 'a.txt' })).text).toBe('Words');
});

it('says that it guessed when a file does not tell its encoding, and reads it as somebody says instead', async () => {
  const russian = Uint8Array.from([
    0xd1, 0xf2, 0xf0, 0xe0, 0xed, 0xe0, 0x20, 0xef, 0xf0, 0xee, 0xf2, 0xe8, 0xe2, 0x20, 0xe2, 0xee, 0xe9, 0xed, 0xfb,
  ]);
  expect(await readFile(russian, { name: 'a.txt', encoding: 'windows-1251' })).toMatchObject({
    text: 'Страна против войны',
    guessed: false,
  });
  const many = Uint8Array.from(Array.from({ length: 20 }, () => [...russian, 0x2e, 0x20]).flat());
  expect(await readFile(many, { name: 'a.txt' })).toMatchObject({ encoding: 'windows-1251', guessed: true });
});

it('names the byte at which UTF-8 breaks rather than putting a replacement in the text', async () => {
  await expect(readFile(latin1('ab\u00c3('), { name: 'a.txt' })).rejects.toThrow('at byte 4');
});

it('refuses what is another kind of file, empty, blank or of an unknown ending, each in words', async () => {
  const faults: [Uint8Array, string, string][] = [
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'a.txt', 'an image (PNG)'],
    [Uint8Array.from([0x1f, 0x8b, 8, 0]), 'a.md', 'gzip'],
    [utf8('%PDF-1.7'), 'a.txt', 'a PDF'],
    [utf8(''), 'a.txt', 'empty'],
    [utf8('\ufeff \n\t\u200b'), 'a.txt', 'blank'],
    [utf8('a\0b'), 'a.txt', 'NUL'],
    [utf8('words'), 'a.pages', '.txt'],
  ];
  for (const [bytes, name, says] of faults) await expect(readFile(bytes, { name })).rejects.toThrow(says);
});

it('takes UTF-16 without a mark for what its zero bytes show, and says that it guessed', async () => {
  const wide = Uint8Array.from(Buffer.from('Мы за мир. Мы против войны.\n', 'utf16le'));
  expect(await readFile(wide, { name: 'a.txt' })).toMatchObject({
    encoding: 'utf-16le',
    guessed: true,
    text: 'Мы за мир. Мы против войны.\n',
  });
});

it('every encoding that people may choose is one this server can decode', () => {
  for (const { label } of encodings) expect(new TextDecoder(label).encoding).toBe(label);
});
