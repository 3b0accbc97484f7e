import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { DocumentSummary } from '@/lib/documents';
import { codePointRuler, plainBlocks, snap } from '@/lib/text';
import { anyText } from '@/lib/text/testing/any-text';
import type { Archive } from '../archive';
import { flavours } from '../csv';
import { undefuse } from '../defuse';
import { formatNamed, formats } from '.';

const name = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom('=1+1', "'-x", '"a", b', '- he said', 'a\nb'),
);

/** Small projects with hard names and texts: one document, a code under a code, one coding. */
const archive = fc
  .tuple(
    anyText().filter((text) => text.trim() !== ''),
    fc.array(name, { minLength: 9, maxLength: 9 }),
    fc.nat(),
    fc.nat(30),
  )
  .map(([text, names, at, wide]) => {
    const start = at % text.length;
    return archiveOf(text, names, snap(text, { start, end: Math.min(text.length, start + 1 + wide) }));
  });

it.each(formats.map((format) => [format.name, format] as const))(
  '%s: every row has a cell per column, and both flavours say the same',
  async (_, format) => {
    await fc.assert(
      fc.asyncProperty(archive, async (project) => {
        const [exact, excel] = await Promise.all(flavours.map((flavour) => whole(format.write(project, flavour))));
        const rows = strictly(exact!);
        expect(rows[0]).toEqual(format.columns?.(project.attributes).map((column) => column.name));
        expect(strictly(excel!.slice(1)).map((row) => row.map(undefuse))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  },
);

it('coded passages carry any text’s quote with places that give it back by both rulers', async () => {
  await fc.assert(
    fc.asyncProperty(archive, async (project) => {
      const [coding] = (await project.codings()[Symbol.asyncIterator]().next()).value as Coding[];
      const { text } = await project.text(coding!.documentId);
      const [row] = parse(await whole(formatNamed('coded-passages.csv')!.write(project, 'exact')), {
        columns: true,
        record_delimiter: '\r\n',
      }) as Record<string, string>[];
      expect(row!.quote).toBe(coding!.quote);
      expect([...text].slice(Number(row!.start_cp), Number(row!.end_cp)).join('')).toBe(coding!.quote);
      expect(Number(row!.end_cp)).toBe(codePointRuler(text).toCodePoint(coding!.end));
      expect(text.slice(Number(row!.start_utf16), Number(row!.end_utf16))).toBe(coding!.quote);
    }),
  );
});

it('says of every format what it is for and what it leaves behind, under a name of its own', () => {
  expect(new Set(formats.map(({ name, extension }) => `${name}.${extension}`)).size).toBe(formats.length);
  for (const format of formats) {
    expect(formatNamed(`${format.name}.${format.extension}`)).toBe(format);
    expect(format.purpose).toMatch(/\.$/);
    expect(format.loses).not.toEqual([]);
  }
  expect(formatNamed('passwords.csv')).toBeUndefined();
});

it('names columns in snake case, each once, and explains each in docs/formats.md and in a sentence', () => {
  const manual = readFileSync('docs/formats.md', 'utf8');
  for (const { columns } of formats) {
    const names = columns!([]).map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    for (const column of columns!([])) {
      expect(column.name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(manual).toMatch(new RegExp(`\\b${column.name}\\b`));
      expect(column.meaning).toMatch(/\.$/);
    }
  }
});

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of pieces) parts.push(part);
  return Buffer.concat(parts).toString();
}

function strictly(file: string): string[][] {
  return parse(file, { record_delimiter: '\r\n' });
}

function archiveOf(text: string, names: string[], { start, end }: { start: number; end: number }): Archive {
  const [title, top, below, coder, memo, value, round, definition, option] = names as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const created = { createdAt: '2026-05-01T10:00:00.000Z' };
  const code = (id: string, parentId: string | null, called: string): Code => {
    const rules = { definition, useWhen: memo, avoidWhen: '', examples: [] };
    return {
      id,
      parentId,
      position: 0,
      name: called,
      color: '#000000',
      shortcut: null,
      ...rules,
      version: 1,
      archived: false,
      ...created,
    };
  };
  const document: DocumentSummary = {
    ...{
      id: 'd',
      title,
      language: null,
      direction: 'ltr',
      attributes: { speaker: value },
      length: text.length,
      sha256: '0',
      ...created,
    },
  };
  const coding: Coding = {
    ...{
      id: 'g',
      documentId: 'd',
      codeId: 'b',
      coderId: 'm',
      layer: 'coder',
      start,
      end,
      quote: text.slice(start, end),
      memo,
    },
    ...{ codebookVersion: 1, ...created, updatedAt: created.createdAt },
  };
  return {
    project: { id: 'p', title, description: '' },
    members: [{ id: 'm', name: coder, role: 'coder', shade: 0, removed: false, attributes: {} }],
    attributes: ['speaker', 'mood'].map((key, position) => ({
      id: key,
      key,
      name: key,
      type: 'one-of',
      options: [option],
      position,
    })),
    documents: [document],
    codes: [code('a', null, top), code('b', 'a', below)],
    finished: [],
    rounds: [
      {
        id: 'r',
        title: round,
        documentIds: ['d'],
        coderIds: ['m'],
        codebookVersion: 1,
        openedAt: '',
        closedAt: '',
        reason: '',
      },
    ],
    uses: async () => ({ b: 1 }),
    text: async () => ({ text, blocks: plainBlocks(text) }),
    async *codings() {
      yield [coding];
    },
  };
}
