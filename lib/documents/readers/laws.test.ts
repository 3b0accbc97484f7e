import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/lib/errors';
import { checkTiling } from '@/lib/text';
import { readers, readFile } from './read-file';
import { damaged, samplesOf } from './testing/samples';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What every reader owes, over the registry: one added tomorrow is held to it on the day it is added. */
describe.each(readers.map((reader) => [reader.title, reader] as const))('%s', (_title, reader) => {
  const name = `x${reader.extensions[0]}`;
  const samples = samplesOf(reader.extensions);

  it('has endings of its own, in lower case', () => {
    for (const ending of reader.extensions) {
      expect(ending).toMatch(/^\.[a-z]+$/);
      expect(readers.filter(({ extensions }) => extensions.includes(ending))).toEqual([reader]);
    }
  });

  it('has samples in Russian, Persian, Hebrew and English, whose words it gives in their order', async () => {
    expect(samples.map(({ language }) => language).sort()).toEqual(['en', 'fa', 'he', 'ru']);
    for (const { bytes, expected, language } of samples) {
      const read = await readFile(bytes, { name });
      expect(read).toMatchObject({ language, format: reader.format });
      expect(checkTiling(read.text, read.blocks)).toBeNull();
      expect(wordsOf(read.text)).toEqual(wordsOf(expected));
    }
  });

  it('gives the same text, blocks and fingerprint for the same file', async () => {
    for (const { bytes } of samples) expect(await readFile(bytes, { name })).toEqual(await readFile(bytes, { name }));
  });

  it('reads a damaged file as far as it is sound, or refuses it in words: nothing else is ever thrown', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(samples), async (bytes) => {
        const read = await attempt(bytes, name);
        if (read) expect(checkTiling(read.text, read.blocks)).toBeNull();
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('reads or refuses any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => void (await attempt(bytes, name))),
      { seed: 7, numRuns: 150 },
    );
  });

  it('refuses an empty file', async () => {
    await expect(readFile(utf8(''), { name })).rejects.toThrow('empty');
  });
});

describe.each(['.txt', '.md'])('of %s', (ending) => {
  it('nothing but line ends is altered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (said) => {
        const raw = `w${said.replaceAll('\0', '')}`;
        expect((await readFile(utf8(raw), { name: `x${ending}` })).text).toBe(raw.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it('no character is ever replaced', async () => {
    // Without 0xfd no encoding with a mark can hold a replacement character of the file's own.
    const bytes = fc.uint8Array({ maxLength: 300 }).filter((all) => !all.includes(0xfd));
    await fc.assert(
      fc.asyncProperty(
        bytes,
        async (all) => void expect((await attempt(all, `x${ending}`))?.text ?? '').not.toContain('\ufffd'),
      ),
    );
  });
});

async function attempt(bytes: Uint8Array, name: string) {
  try {
    return await readFile(bytes, { name });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    expect(error.message).toMatch(/^\P{Ll}.{15,}[.]$/su);
    return null;
  }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}\u200c]+/gu) ?? [];
}
