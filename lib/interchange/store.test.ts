import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { Pool } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { readText } from '@/lib/documents/store';
import { isRefusal } from '@/lib/errors';
import { codePointRuler } from '@/lib/text';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { archived } from '@/lib/testing/elsewhere';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { codedPassages } from './formats/coded-passages';
import { writingFormats, type WritingFormat } from './formats';
import { everything, undefuse, type Flavour, type Selection } from '.';
import { countCodings, openArchive } from './store';

useFreshDatabase();

const emoji = '👩‍🚀🇮🇷 We stand by “our” partners, always.\n\n- 5 percent 😀, said he; \\N and \\. too.\n\nپایان 𝔘.';
const plain = 'The Gulf is calm.\n\nThe Gulf is not calm.';
const where = { owner: '', ben: '', emoji: '', plain: '', sealed: '', top: '', child: '', other: '' };
let owner: Membership;
let ben: Membership;

beforeAll(async () => {
  owner = await project(await person({ name: 'Ada "the first", Countess' }), 'Study');
  ben = await joined(owner, await person({ name: '=Ben' }), 'coder');
  for (const [position, key] of ['speaker', 'date', 'venue', 'mood'].entries()) {
    await change(owner, 'attribute.set', { id: randomUUID(), key, name: key, type: 'text', options: [], position });
  }
  const attributes = { speaker: 'Minister', date: '2022-02-24', venue: 'Briefing', mood: '-5, "cold"' };
  where.plain = await document(owner, { title: 'B plain', text: plain });
  where.emoji = await document(owner, { title: 'A emoji', text: emoji, attributes, language: 'en' });
  where.sealed = await document(owner, { title: 'C sealed', text: plain });
  where.top = await code(owner, { name: 'Stability' });
  where.child = await code(owner, { name: 'Calm, or not', parentId: where.top });
  where.other = await code(owner, { name: 'Status' });
  await change(owner, 'round.open', {
    id: randomUUID(),
    title: 'Pilot',
    documentIds: [where.emoji],
    coderIds: [ben.userId],
  });
  await put(ben, 'emoji', 'top', 'We stand by “our” partners');
  await put(ben, 'emoji', 'child', '- 5 percent 😀', '\t=cmd|" /C"\r\nline \\two');
  await put(ben, 'emoji', 'other', '\\N and \\. too.');
  await put(ben, 'emoji', 'other', '𝔘');
  await change(ben, 'finished.set', { documentId: where.emoji, finished: true });
  await change(owner, 'round.close', { id: (await db().round.findFirstOrThrow()).id, reason: 'Enough.' });
  for (const by of [owner, ben]) {
    for (const place of ['plain', 'sealed'] as const) await put(by, place, 'child', 'The Gulf is not calm', '-');
  }
  await put(owner, 'plain', 'top', 'The Gulf is calm.');
});

it('quotes exactly the text, by both rulers, also after emoji', async () => {
  const rows = await passages(owner);
  expect(rows).toHaveLength(9);
  for (const row of rows) {
    const { text } = (await readText(owner.projectId, row.document_id!))!;
    expect(text.slice(Number(row.start_utf16), Number(row.end_utf16))).toBe(row.quote);
    expect([...text].slice(Number(row.start_cp), Number(row.end_cp)).join('')).toBe(row.quote);
    expect(codePointRuler(text).toUtf16(Number(row.start_cp))).toBe(Number(row.start_utf16));
  }
  expect(rows.some((row) => row.start_cp !== row.start_utf16)).toBe(true);
});

it('fills a whole row: keys, names, citation, round, status, times, version and every attribute', async () => {
  const [row] = (await passages(owner)).filter(({ code_id }) => code_id === where.child);
  const sha256 = (await db().documentText.findFirstOrThrow({ where: { documentId: where.emoji } })).sha256;
  expect(row).toMatchObject({
    document_id: where.emoji,
    document: 'A emoji',
    code: 'Calm, or not',
    code_path: 'Stability > Calm, or not',
    coder_id: ben.userId,
    coder: '=Ben',
    quote: '- 5 percent 😀',
    memo: '\t=cmd|" /C"\r\nline \\two',
    round: 'Pilot',
    status: 'finished',
    speaker: 'Minister',
    document_date: '2022-02-24',
    source: 'Briefing',
    source_url: '',
    language: 'en',
    cite: 'Minister, A emoji, 2022-02-24 (Briefing), para. 2',
    paragraph: '2',
    text_sha256: sha256,
    layer: 'coder',
    attr_speaker: 'Minister',
    attr_date: '2022-02-24',
    attr_venue: 'Briefing',
    attr_mood: '-5, "cold"',
  });
  const stored = await db().coding.findFirstOrThrow({ where: { id: row!.coding_id } });
  expect(row).toMatchObject({ created_at: stored.createdAt.toISOString(), updated_at: stored.updatedAt.toISOString() });
  expect(row!.codebook_version).toBe(String(stored.codebookVersion));
});

it('has the columns of INTERCHANGE first and in its order, then layer, version, the other side and the attributes in theirs', async () => {
  const [header] = parse(await written(owner), { to: 1 }) as string[][];
  expect(header!.join(', ')).toBe(
    'coding_id, document_id, document, code_id, code, code_path, coder_id, coder, quote, memo, created_at, updated_at, round, ' +
      'status, speaker, document_date, source, source_url, language, cite, paragraph, start_cp, end_cp, start_utf16, end_utf16, ' +
      'text_sha256, layer, codebook_version, ' +
      'coded_side, pair_document_id, pair_document, pair_language, pair_quote, pair_start_cp, pair_end_cp, pair_start_utf16, pair_end_utf16, ' +
      'attr_speaker, attr_date, attr_venue, attr_mood',
  );
});

it('comes in the same order every time: document, start, end, coder, code', async () => {
  const first = await written(owner);
  expect(await written(owner)).toBe(first);
  const rows = await passages(owner);
  const key = (row: Record<string, string>) => {
    const [start, end] = [row.start_utf16, row.end_utf16].map((offset) => offset!.padStart(8, '0'));
    return [row.document, start, end, row.coder_id, row.code_id].join('/');
  };
  expect(rows.map(key)).toEqual(rows.map(key).toSorted());
});

it('writes for Excel what comes back exactly once mark and apostrophes are off', async () => {
  const excel = await written(owner, everything, 'excel');
  expect(excel.startsWith('\ufeff')).toBe(true);
  const cells = parse(excel.slice(1), { record_delimiter: '\r\n' }) as string[][];
  expect(cells.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  const back = cells.map((row) => row.map(undefuse));
  expect(back).toEqual(parse(await written(owner), { record_delimiter: '\r\n' }));
});

it('narrows by code with what lies below it, by coder, by document and by layer, and counts the same', async () => {
  const cases: [Partial<Selection>, number][] = [
    [{ codes: [where.top] }, 7],
    [{ codes: [where.top], below: false }, 2],
    [{ coders: [ben.userId] }, 6],
    [{ documents: [where.emoji, where.sealed] }, 6],
    [{ layers: ['consensus'] }, 0],
    [{ codes: [where.other], coders: [owner.userId] }, 0],
    [{ codes: [randomUUID()] }, 0],
    [{}, 9],
  ];
  for (const [part, n] of cases) {
    const selection = { ...everything, ...part };
    expect(await passages(owner, selection)).toHaveLength(n);
    expect((await countCodings(owner, selection)).codings).toBe(n);
  }
});

it('narrows by what documents say of themselves, and refuses what none can say', async () => {
  const minister: Selection = { ...everything, where: { speaker: ['Minister'], language: ['en', 'fa'] } };
  expect((await passages(owner, minister)).map(({ document_id }) => document_id)).toEqual(Array(4).fill(where.emoji));
  expect(await countCodings(owner, minister)).toEqual({ codings: 4, documents: 1 });
  const nobody = { ...everything, where: { speaker: ['Nobody'] } };
  expect(await passages(owner, nobody)).toEqual([]);
  expect((await countCodings(owner, { ...everything, where: { speaker: [''] } })).documents).toBe(2);
  await expect(countCodings(owner, { ...everything, where: { office: ['x'] } })).rejects.toThrow(
    'no attribute “office”',
  );
});

it('leaves out the codings of deleted codes and documents, and of everything removed', async () => {
  const rows = await passages(owner);
  const gone = rows.find(({ document_id, coder_id }) => document_id === where.plain && coder_id === ben.userId)!;
  await change(ben, 'coding.remove', { id: gone.coding_id! });
  expect(await passages(owner)).toHaveLength(8);
  await change(ben, 'coding.restore', { id: gone.coding_id! });
  await change(owner, 'document.delete', { id: where.plain });
  expect(await passages(owner)).toHaveLength(6);
  await change(owner, 'document.restore', { id: where.plain });
  expect(await passages(owner)).toHaveLength(9);
});

it('holds nothing of another’s work while a round seals the document, in any file, whatever the other does', async () => {
  const id = randomUUID();
  await change(owner, 'round.open', {
    id,
    title: 'Blind',
    documentIds: [where.sealed],
    coderIds: [owner.userId, ben.userId],
  });
  const before = await everyFile(ben);
  await change(owner, 'finished.set', { documentId: where.sealed, finished: true });
  await put(owner, 'sealed', 'other', 'The Gulf is calm.', 'only the owner knows');
  expect(await everyFile(ben)).toEqual(before);
  const others = (await passages(ben)).filter(
    ({ document_id, coder_id }) => document_id === where.sealed && coder_id !== ben.userId,
  );
  expect(others).toEqual([]);
  expect((await countCodings(ben, everything)).codings).toBe(8);
  expect((await countCodings(ben, { ...everything, coders: [owner.userId], documents: [where.sealed] })).codings).toBe(
    0,
  );
  await change(owner, 'round.close', { id, reason: 'Enough.' });
  expect(await written(ben)).toContain('only the owner knows');
});

it('tells of a closed round only what its viewer may see, where a later one seals its document again', async () => {
  const round = { documentIds: [where.sealed], coderIds: [owner.userId, ben.userId] };
  const [first, second] = [randomUUID(), randomUUID()];
  await change(owner, 'round.open', { id: first, title: 'First', ...round });
  await change(owner, 'round.close', { id: first, reason: 'Enough.' });
  const place = { roundId: first, documentId: where.sealed, start: 0, end: 8 };
  await change(owner, 'consensus.settle', { id: randomUUID(), ...place, reason: 'xyzzy', codings: [] });
  await change(owner, 'comment.add', { id: randomUUID(), ...place, text: 'xyzzy' });
  const told = async (by: Membership) => {
    const { closings, settlements, comments } = await archived(by);
    const coders = new Set(closings.find(({ roundId }) => roundId === first)!.codings.map(({ coderId }) => coderId));
    return { coders: [...coders].sort(), decided: [settlements.length, comments.length] };
  };
  const everybody = [owner.userId, ben.userId].sort();
  expect(await told(ben)).toEqual({ coders: everybody, decided: [1, 1] });
  await change(owner, 'round.open', { id: second, title: 'Second', ...round });
  expect(await told(ben)).toEqual({ coders: [ben.userId], decided: [0, 0] });
  expect(await told(owner)).toEqual({ coders: [owner.userId], decided: [1, 1] });
  await change(owner, 'round.close', { id: second, reason: 'Enough.' });
  expect(await told(ben)).toEqual({ coders: everybody, decided: [1, 1] });
});

it('stops the query and gives the connection back when whoever asked has gone', async () => {
  const leaving = new AbortController();
  const archive = await openArchive(owner, { selection: everything, signal: leaving.signal });
  const codings = archive.codings()[Symbol.asyncIterator]();
  await codings.next();
  leaving.abort();
  await codings.return?.();
  expect(globalThis.concordExports).toMatchObject({ idleCount: 0, waitingCount: 0 });
  expect(await passages(owner)).toHaveLength(10);
});

it('speaks of other exports only where they hold all connections, not where the database is out of reach', async () => {
  const fault = async (connectionString: string | undefined, taken: number) => {
    const before = globalThis.concordExports;
    const pool = (globalThis.concordExports = new Pool({ connectionString, max: 1, connectionTimeoutMillis: 300 }));
    const held = await Promise.all(Array.from({ length: taken }, () => pool.connect()));
    const error = await written(owner).then(
      () => null,
      (reason: unknown) => reason,
    );
    held.forEach((client) => client.release());
    await pool.end();
    globalThis.concordExports = before;
    return error;
  };
  expect(await fault(process.env.DATABASE_URL, 1)).toMatchObject({
    message: expect.stringMatching('Several large exports'),
  });
  const unreachable = await fault('postgres://127.0.0.1:1/nothing', 0);
  expect(unreachable).toBeInstanceOf(Error);
  expect(isRefusal(unreachable)).toBe(false);
});

it('refuses to write a row whose quote is not its text', async () => {
  const { id, quote } = await db().coding.findFirstOrThrow({ where: { documentId: where.plain } });
  await db().$executeRaw`UPDATE coding SET quote = 'something else' WHERE id = ${id}::uuid`;
  await expect(written(owner)).rejects.toThrow('does not quote its text');
  await db().$executeRaw`UPDATE coding SET quote = ${quote} WHERE id = ${id}::uuid`;
});

type Wanted = [selection?: Selection, flavour?: Flavour, format?: WritingFormat];

type Put = [place: 'emoji' | 'plain' | 'sealed', name: 'top' | 'child' | 'other', quote: string, memo?: string];

/** Codes the one place where the quote stands, the way the door takes it. */
async function put(by: Membership, ...[place, name, quote, memo = '']: Put) {
  const text = place === 'emoji' ? emoji : plain;
  await coding(by, { documentId: where[place], codeId: where[name], text, quote, memo });
}

async function written(
  by: Membership,
  ...[selection = everything, flavour = 'exact', format = codedPassages]: Wanted
): Promise<string> {
  const archive = await openArchive(by, { selection, signal: new AbortController().signal });
  const parts: Uint8Array[] = [];
  for await (const part of format.write(archive, flavour)) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function passages(by: Membership, selection = everything): Promise<Record<string, string>[]> {
  return parse(await written(by, selection), { columns: true, record_delimiter: '\r\n' });
}

async function everyFile(by: Membership): Promise<string[]> {
  const files = [];
  for (const format of writingFormats) files.push(await written(by, everything, 'exact', format));
  return files;
}
