import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/lib/errors';
import { readFile } from './read-file';
import { limits, readSafely } from './isolate';
import { hostileFiles } from './testing/hostile';
import { docxOf } from './testing/packages';
import { samplesOf } from './testing/samples';

const words = (text: string) => new TextEncoder().encode(text);

describe('a thread per file', { timeout: 60_000 }, () => {
  it('gives what the reader gives', async () => {
    for (const ending of ['.docx', '.txt']) {
      const { bytes } = samplesOf([ending])[0]!;
      expect(await readSafely(bytes, { name: `a${ending}` })).toEqual(await readFile(bytes, { name: `a${ending}` }));
    }
  });

  it('carries refusals back as refusals', async () => {
    const refused = await readSafely(words('a\0b'), { name: 'a.txt' }).catch((error: unknown) => error);
    expect(isRefusal(refused) && refused.code).toBe('unreadable');
    expect(String(refused)).toContain('NUL');
  });

  it('ends a reading that takes too long, and reads the next file', async () => {
    await expect(readSafely(words('Words.'), { name: 'a.txt' }, { ...limits, time: 1 })).rejects.toThrow(
      'takes longer than it may',
    );
    expect((await readSafely(words('Words.'), { name: 'a.txt' })).text).toBe('Words.');
  });

  it('ends a reading that takes too much memory, on the engine’s heap or beside it, and reads the next file', async () => {
    const large = docxOf('<w:p><w:r><w:t>Words.</w:t></w:r></w:p>'.repeat(200_000));
    await expect(readSafely(large, { name: 'a.docx' }, { ...limits, memory: 48_000_000 })).rejects.toThrow(
      'takes more memory than it may',
    );
    const bomb = hostileFiles.find(({ name }) => name === 'bomb.pdf')!;
    await expect(readSafely(bomb.bytes(), { name: 'a.pdf' }, { ...limits, memory: 100_000_000 })).rejects.toThrow(
      'takes more memory than it may',
    );
    expect((await readSafely(words('Words.'), { name: 'a.txt' })).text).toBe('Words.');
  });
});

describe('hostile files', { timeout: 60_000 }, () => {
  it.each(hostileFiles.map((file) => [file.name, file] as const))('%s', async (_name, { name, bytes, says, text }) => {
    const outcome = await readFile(bytes(), { name }).catch((error: unknown) => error);
    if (!(outcome instanceof Error)) return expect((outcome as { text: string }).text).toBe(text);
    if (!isRefusal(outcome)) throw outcome;
    expect(says, outcome.message).toBeDefined();
    expect(outcome.message).toMatch(says!);
  });
});
