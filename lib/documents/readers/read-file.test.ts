import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/lib/errors';
import { checkTiling } from '@/lib/text';
import { encodings, readers, readFile } from './index';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it('takes the title from the first heading of Markdown and from the first line of plain text that reads like a name', () => {
  expect(readFile(utf8('Preface.\n\n## The *Orun* war ##\n\nWords.'), { name: 'x.md' }).title).toBe('The Orun war');
  expect(readFile(utf8('\nRemarks to the press\n\nGood afternoon.'), { name: 'x.txt' }).title).toBe('Remarks to the press');
});

it('names a text that begins with a sentence after its file', () => {
  expect(readFile(utf8('Good afternoon. I begin with Belisar.'), { name: 'Briefing 9 March.TXT' }).title).toBe('Briefing 9 March');
});

it('tells language and direction for people to correct', () => {
  const read = readFile(utf8('جمهوری اسلامی ایران به دنبال جنگ نیست، اما از منافع خود دفاع می‌کند و پاسخ خواهد داد.'), { name: 'a.txt' });
  expect(read).toMatchObject({ language: 'fa', direction: 'rtl', encoding: 'utf-8', guessed: false });
});

it('believes a byte order mark and leaves it out of the text', () => {
  const little = Uint8Array.from([0xff, 0xfe, 0x3d, 0xd8, 0x4a, 0xdc, 0x21, 0x00]);
  expect(readFile(little, { name: 'a.txt' })).toMatchObject({ text: '👊!', encoding: 'utf-16le', guessed: false });
  expect(readFile(utf8('\ufeffWords'), { name: 'a.txt' }).text).toBe('Words');
});

it('says that it guessed when a file does not tell its encoding, and reads it as somebody says instead', () => {
  const russian = Uint8Array.from([0xd1, 0xf2, 0xf0, 0xe0, 0xed, 0xe0, 0x20, 0xef, 0xf0, 0xee, 0xf2, 0xe8, 0xe2, 0x20, 0xe2, 0xee, 0xe9, 0xed, 0xfb]);
  expect(readFile(russian, { name: 'a.txt', encoding: 'windows-1251' })).toMatchObject({ text: 'Страна против войны', guessed: false });
  const many = Uint8Array.from(Array.from({ length: 20 }, () => [...russian, 0x2e, 0x20]).flat());
  expect(readFile(many, { name: 'a.txt' })).toMatchObject({ encoding: 'windows-1251', guessed: true });
});

it('names the byte at which UTF-8 breaks rather than putting a replacement in the text', () => {
  expect(() => readFile(latin1('ab\u00c3('), { name: 'a.txt' })).toThrow('at byte 4');
});

it('refuses what is another kind of file, empty, blank or of an unknown ending, each in words', () => {
  const faults: [Uint8Array, string, string][] = [
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'a.txt', 'an image (PNG)'],
    [Uint8Array.from([0x1f, 0x8b, 8, 0]), 'a.md', 'gzip'],
    [utf8('%PDF-1.7'), 'a.txt', 'a PDF'],
    [utf8(''), 'a.txt', 'empty'],
    [utf8('\ufeff \n\t\u200b'), 'a.txt', 'blank'],
    [utf8('a\0b'), 'a.txt', 'NUL'],
    [utf8('words'), 'a.pages', '.txt'],
  ];
  for (const [bytes, name, says] of faults) expect(() => readFile(bytes, { name })).toThrow(says);
});

describe('laws of every reader', () => {
  for (const reader of readers) {
    it(`${reader.title}: blocks tile whatever text is read, and nothing but line ends is altered`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (said) => {
          const raw = `w${said.replaceAll('\0', '')}`;
          const { text } = readFile(utf8(raw), { name: `x${reader.extensions[0]}` });
          expect(text).toBe(raw.replace(/\r\n?/g, '\n'));
          expect(checkTiling(text, reader.blocks(text))).toBeNull();
        }),
      );
    });

    it(`${reader.title}: any bytes at all are read without a replacement or refused in words`, () => {
      fc.assert(
        // Without 0xfd no encoding with a mark can hold a replacement character of the file's own.
        fc.property(fc.uint8Array({ maxLength: 300 }).filter((bytes) => !bytes.includes(0xfd)), (bytes) => {
          try {
            const { text } = readFile(bytes, { name: `x${reader.extensions[0]}` });
            expect(text).not.toContain('\ufffd');
          } catch (error) {
            expect(isRefusal(error)).toBe(true);
          }
        }),
      );
    });
  }

  it('every encoding that people may choose is one this server can decode', () => {
    for (const { label } of encodings) expect(new TextDecoder(label).encoding).toBe(label);
  });
});

/** Files that somebody careless or ill-meaning could send, and what must come of each, where they lie beside the checkout. */
const hostile = '../shared/hostile';
type Case = { file: string; expect: string; says?: string; text?: { file?: string } };
const all = existsSync(hostile) ? (JSON.parse(readFileSync(join(hostile, 'manifest.json'), 'utf8')) as { items: Case[] }).items : [];

for (const { file, expect: outcome, says = '.', text } of all.filter(({ file }) => /\/(text|control)\/.*\.txt$/.test(file))) {
  it(`does with ${file} what must be done: ${outcome}`, () => {
    const read = attempt(file);
    if (outcome === 'reject') expect(read.text).toBeUndefined();
    if (outcome === 'exact') expect(read.fault).toBeUndefined();
    if (read.fault !== undefined) expect(read.fault).toMatch(new RegExp(says, 'i'));
    else expect(read.text).toBe(readFileSync(join(hostile, text?.file ?? file), 'utf8').replace(/\r\n?/g, '\n'));
  });
}

function attempt(file: string): { text?: string; fault?: string } {
  try {
    return { text: readFile(readFileSync(join(hostile, file)), { name: file }).text };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { fault: error.message };
  }
}
