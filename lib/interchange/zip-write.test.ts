import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholeFile } from './testing/whole-file';
import { openZip } from './zip-read';
import { zipped, type ZipEntry } from './zip-write';

async function* listed(entries: ZipEntry[]) {
  yield* entries;
}

it('gives back every file byte by byte, however its content was cut, empty ones too', async () => {
  const content = fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 4 });
  const files = fc.dictionary(fc.stringMatching(/^[a-zé😀]{1,8}$/u), content, { maxKeys: 5, noNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(files, async (wanted) => {
      const entries = Object.entries(wanted).map(([name, pieces]) => ({ name, content: pieces }));
      const zip = await openZip(await wholeFile(zipped(listed(entries))));
      expect(zip.names).toEqual(Object.keys(wanted));
      for (const name of zip.names) {
        expect(Buffer.from(await zip.bytes(name)).equals(Buffer.concat(wanted[name]!))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

it('breaks off when a file cannot be made, and says why', async () => {
  async function* failing() {
    yield new Uint8Array(10);
    throw new Error('the database went away');
  }
  const whole = wholeFile(zipped(listed([{ name: 'a', content: failing() }])));
  await expect(whole).rejects.toThrow('the database went away');
});
