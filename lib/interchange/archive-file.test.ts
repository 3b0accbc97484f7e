import { strToU8, zipSync, unzipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { gathered, memoryArchive, type Contents } from './memory-archive';
import { readArchive } from './read-archive';
import { anyContents } from './testing/any-contents';
import { wholeFile } from './testing/whole-file';
import { writeArchive } from './write-archive';

it('gives back exactly the project that was written, whatever its words', async () => {
  await fc.assert(
    fc.asyncProperty(anyContents(), async (contents) => {
      const archive = memoryArchive(contents);
      const file = await wholeFile(writeArchive(archive));
      const back = await readArchive(file);
      expect(await gathered(back)).toEqual(await gathered(archive));
      expect(await back.uses()).toEqual(await archive.uses());
      expect(Buffer.compare(await wholeFile(writeArchive(archive)), file)).toBe(0);
    }),
    { numRuns: 12 },
  );
}, 30_000);

describe('an archive that is not as it was written', () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    const wanted = (contents: Contents) => contents.codings.length > 1 && contents.finished.length > 0;
    const [contents] = fc.sample(anyContents().filter(wanted), { numRuns: 1, seed: 7 });
    files = unzipSync(await wholeFile(writeArchive(memoryArchive(contents!))));
  });

  const changed = (change: (files: Zippable) => void) => {
    const copy: Zippable = { ...files };
    change(copy);
    return readArchive(zipSync(copy));
  };
  const edited = (name: string, edit: (text: string) => string) =>
    changed((copy) => (copy[name] = strToU8(edit(Buffer.from(files[name]!).toString()))));

  it('is refused in words that name the file and the fault', async () => {
    await expect(edited('texts/1.txt', (text) => `${text}!`)).rejects.toThrow(/texts\/1\.txt.*not the one/);
    await expect(edited('codings.jsonl', (text) => text.replace(/"start":\d+/, '"start":-1'))).rejects.toThrow(
      /codings\.jsonl, line 1: start/,
    );
    await expect(edited('codings.jsonl', (text) => text.replace(/"quote":"/, '"quote":"not '))).rejects.toThrow(
      /line 1: .*the text reads/,
    );
    await expect(edited('codings.jsonl', (text) => text + text)).rejects.toThrow(/occurs twice/);
    await expect(edited('codes.json', () => '[]')).rejects.toThrow(/names the code .* does not hold/);
    await expect(edited('members.json', () => '[{"id":"a"}]')).rejects.toThrow(/members\.json: 0\./);
    await expect(edited('rounds.json', () => '{')).rejects.toThrow(/rounds\.json: it is not JSON/);
    await expect(edited('concord.json', (text) => text.replace('1', '2'))).rejects.toThrow(/newer Concord/);
    await expect(changed((copy) => delete copy['documents.json'])).rejects.toThrow(
      /documents\.json: the file is missing/,
    );
    await expect(changed((copy) => delete copy['concord.json'])).rejects.toThrow(/not an archive of Concord/);
    await expect(changed((copy) => (copy['finished.json'] = Uint8Array.of(0xff)))).rejects.toThrow(/not UTF-8/);
  });

  it('is refused when codes stand in a ring, one below the other', async () => {
    const ring = (text: string) => {
      const codes = JSON.parse(text) as { id: string; parentId: string | null }[];
      [codes[0]!.parentId, codes[1]!.parentId] = [codes[1]!.id, codes[0]!.id];
      return JSON.stringify(codes);
    };
    await expect(edited('codes.json', ring)).rejects.toThrow(/stands below itself/);
  });

  it('is refused when cut short, at any byte', async () => {
    const whole = zipSync(files);
    for (let length = 0; length < whole.length; length += 499) {
      await expect(readArchive(whole.subarray(0, length))).rejects.toMatchObject({ name: 'Refusal' });
    }
  });
});
