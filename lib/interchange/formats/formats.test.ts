import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Coding } from '@/lib/codings';
import { codePointRuler } from '@/lib/text';
import { flavours } from '../csv';
import { undefuse } from '../defuse';
import { oneFile } from '../incoming';
import { gathered, memoryArchive, type Contents } from '../memory-archive';
import { anyContents } from '../testing/any-contents';
import { wholeFile } from '../testing/whole-file';
import { survivors } from '../testing/survivors';
import { formatNamed, formats, readingFormats, recognised, writingFormats } from '.';

const tables = writingFormats.filter(({ extension }) => extension === 'csv');
const twoWay = writingFormats.filter(({ read }) => read !== undefined);

it.each(tables.map((format) => [format.name, format] as const))(
  '%s: every row has a cell per column, and both flavours say the same',
  async (_, format) => {
    await fc.assert(
      fc.asyncProperty(anyContents(), async (contents) => {
        const project = memoryArchive(contents);
        const [exact, excel] = await Promise.all(flavours.map((flavour) => written(format.write(project, flavour))));
        const rows = strictly(exact!);
        expect(rows[0]).toEqual(format.columns?.(project).map((column) => column.name));
        expect(strictly(excel!.slice(1)).map((row) => row.map(undefuse))).toEqual(rows);
      }),
      { numRuns: 15 },
    );
  },
  30_000,
);

it('coded passages carry any text’s quote with places that give it back by both rulers', async () => {
  await fc.assert(
    fc.asyncProperty(anyContents(), async (contents) => {
      const project = memoryArchive(contents);
      const rows = parse(await written(formatNamed('coded-passages.csv')!.write(project, 'exact')), {
        columns: true,
        record_delimiter: '\r\n',
      }) as Record<string, string>[];
      expect(rows).toHaveLength(contents.codings.length);
      for (const row of rows) checkPlace(row, contents);
    }),
    { numRuns: 30 },
  );
}, 30_000);

it.each(twoWay.map((format) => [format.name, format] as const))(
  '%s: what is read back is what was written, less what the format says it loses',
  async (name, format) => {
    const survives = survivors[name];
    if (!survives) throw new Error(`Say in testing/survivors.ts what survives ${name}.`);
    await fc.assert(
      fc.asyncProperty(anyContents(), async (contents) => {
        const bytes = await wholeFile(format.write(memoryArchive(contents), 'exact'));
        const incoming = oneFile(`project.${format.extension}`, bytes);
        expect((await recognised(incoming)).name).toBe(name);
        const { archive } = await format.read!(incoming);
        expect(survives(await gathered(archive))).toEqual(survives(await gathered(memoryArchive(contents))));
      }),
      { numRuns: 15 },
    );
  },
  30_000,
);

it.each(readingFormats.map((format) => [format.name, format] as const))(
  '%s: any bytes at all are read or refused in words',
  async (_, format) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await format.read(oneFile(`x.${format.extension}`, bytes)).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'Refusal' });
        });
      }),
      { numRuns: 60 },
    );
  },
  30_000,
);

it('says of every format what it is for and what it leaves behind, under a name of its own', () => {
  expect(new Set(formats.map(({ name, extension }) => `${name}.${extension}`)).size).toBe(formats.length);
  for (const format of formats) {
    if (format.write) expect(formatNamed(`${format.name}.${format.extension}`)).toBe(format);
    expect(format.purpose).toMatch(/\.$/);
    expect(format.loses).not.toEqual([]);
    expect(format.read === undefined).toBe(format.recognises === undefined);
  }
  expect(formatNamed('passwords.csv')).toBeUndefined();
});

it('names columns in snake case, each once, and explains each in docs/formats.md and in a sentence', () => {
  const manual = readFileSync('docs/formats.md', 'utf8');
  for (const { columns } of writingFormats) {
    const described = columns?.({ attributes: [], codes: [] }) ?? [];
    const names = described.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    for (const column of described) {
      expect(column.name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(manual).toMatch(new RegExp(`\\b${column.name}\\b`));
      expect(column.meaning).toMatch(/\.$/);
    }
  }
});

it('describes every format in docs/formats.md', () => {
  const manual = readFileSync('docs/formats.md', 'utf8');
  for (const { name, extension, title, write } of formats) {
    expect(manual.includes(write ? `${name}.${extension}` : title), title).toBe(true);
  }
});

function checkPlace(row: Record<string, string>, { documents, codings }: Contents): void {
  const coding = codings.find(({ id }) => id === row.coding_id) as Coding;
  const { text } = documents.find(({ id }) => id === coding.documentId)!;
  expect(row.quote).toBe(coding.quote);
  expect([...text].slice(Number(row.start_cp), Number(row.end_cp)).join('')).toBe(coding.quote);
  expect(Number(row.end_cp)).toBe(codePointRuler(text).toCodePoint(coding.end));
  expect(text.slice(Number(row.start_utf16), Number(row.end_utf16))).toBe(coding.quote);
}

async function written(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  return (await wholeFile(pieces)).toString();
}

function strictly(file: string): string[][] {
  return parse(file, { record_delimiter: '\r\n' });
}
