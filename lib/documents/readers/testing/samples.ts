import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * One short invented statement in four languages, in every kind of file; see `samples/README.md` for how they were made.
 * `xx.expected.txt` holds the words, `xx.KIND.expected.txt` those of a kind that cannot keep them all.
 */
const folder = fileURLToPath(new URL('./samples', import.meta.url));

export type Sample = { language: string; bytes: Uint8Array; expected: string };

export function samplesOf(extensions: readonly string[]): Sample[] {
  const names = readdirSync(folder);
  return names
    .filter((name) => extensions.some((ending) => name.endsWith(ending)) && /^[a-z]{2}\.\w+$/.test(name))
    .map((name) => {
      const [language = ''] = name.split('.');
      const own = `${name}.expected.txt`;
      const expected = names.includes(own) ? own : `${language}.expected.txt`;
      return {
        language,
        bytes: readFileSync(`${folder}/${name}`),
        expected: readFileSync(`${folder}/${expected}`, 'utf8'),
      };
    });
}

/** Samples with bytes changed, cut off, doubled or put in: what transport, disks and people do to files. */
export function damaged(samples: readonly Sample[]): fc.Arbitrary<Uint8Array> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const harm = fc.record({ at: place, length: fc.integer({ min: 0, max: 64 }), put: fc.uint8Array({ maxLength: 64 }) });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(harm, { minLength: 1, maxLength: 4 }))
    .map(([{ bytes }, harms]) =>
      harms.reduce((all: Uint8Array, { at, length, put }) => {
        const from = Math.floor(at * all.length);
        return Buffer.concat([all.subarray(0, from), put, all.subarray(from + length)]);
      }, bytes),
    );
}
