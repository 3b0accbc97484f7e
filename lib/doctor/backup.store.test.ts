import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { backUp } from '@/bin/parts/backup.mjs';
import { withClient } from '@/bin/parts/database.mjs';
import { restore } from '@/bin/parts/restore.mjs';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { freshDatabase, useFreshDatabase } from '@/lib/testing/database';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { code, coding, document, person, project } from '@/prisma/builders';
import { examineAll } from './store';

useFreshDatabase();

const text = 'Tabs\there, a \\. on its own line:\n\\.\nand “quotes” – 🕊 فارسی.';
let owner: Membership;
let codeId: string;
let documentId: string;

beforeAll(async () => {
  owner = await project(await person(), 'A study\\N with "odd" words');
  documentId = await document(owner, { text });
  codeId = await code(owner, { name: 'Stability' });
  await code(owner, { name: 'Child', parentId: codeId });
  await coding(owner, { documentId, codeId, text, quote: '\\.\nand “quotes”', memo: '\\.' });
});

/** The tables of a backup as text, without its head. */
function tablesOf(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(2).join('\n');
}

async function examineAt(url: string): Promise<string[]> {
  const [here, before] = [process.env.DATABASE_URL, globalThis.concordDb];
  Object.assign(process.env, { DATABASE_URL: url });
  globalThis.concordDb = undefined;
  const faults: string[] = [];
  for await (const report of examineAll()) faults.push(...report.faults);
  await db().$disconnect();
  globalThis.concordDb = before;
  process.env.DATABASE_URL = here;
  return faults;
}

it('comes back to the letter on another server, numbers, odd characters and all, and passes the doctor', async () => {
  const folder = temporaryFolder();
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const elsewhere = await freshDatabase();
  await backUp(process.env.DATABASE_URL!, first);
  await restore(elsewhere.url, first);
  await backUp(elsewhere.url, second);
  expect(tablesOf(second)).toBe(tablesOf(first));
  expect(await examineAt(elsewhere.url)).toEqual([]);
  await elsewhere.drop();
});

it('holds one moment, whatever people do while it is made', async () => {
  const file = join(temporaryFolder(), 'backup');
  const elsewhere = await freshDatabase();
  let done = false;
  const working = (async () => {
    while (!done) await code(owner, { name: `Code ${Math.random()}` });
  })();
  await backUp(process.env.DATABASE_URL!, file);
  done = true;
  await working;
  await restore(elsewhere.url, file);
  expect(await examineAt(elsewhere.url)).toEqual([]);
  await elsewhere.drop();
});

it('never goes over a database with people in it, unless that is said', async () => {
  const file = join(temporaryFolder(), 'backup');
  const elsewhere = await freshDatabase();
  await backUp(process.env.DATABASE_URL!, file);
  await restore(elsewhere.url, file);
  await expect(restore(elsewhere.url, file)).rejects.toThrow('--replace');
  expect((await restore(elsewhere.url, file, { replace: true })).rows).toBeGreaterThan(0);
  await elsewhere.drop();
});

it('refuses a database that is in use', async () => {
  const file = join(temporaryFolder(), 'backup');
  const elsewhere = await freshDatabase();
  await backUp(process.env.DATABASE_URL!, file);
  await withClient(elsewhere.url, async () => {
    await expect(restore(elsewhere.url, file)).rejects.toThrow('in use');
  });
  await elsewhere.drop();
});

it('knows a file that is cut short, altered, newer or something else, and changes nothing', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'backup');
  await backUp(process.env.DATABASE_URL!, file);
  const whole = readFileSync(file);
  const words = gunzipSync(whole).toString('utf8');
  const broken: [string, Buffer, RegExp][] = [
    ['cut short', whole.subarray(0, whole.length / 2), /no whole backup/],
    ['cut between tables', gzipSync(words.slice(0, words.lastIndexOf('{'))), /no whole backup/],
    ['altered', gzipSync(words.replace('Stability', 'Stupidity')), /no whole backup/],
    ['newer', gzipSync(words.replace('concord backup 1', 'concord backup 2')), /newer Concord/],
    ['of an unknown migration', gzipSync(words.replace('_house"', '_castle"')), /newer Concord/],
    ['something else', gzipSync('hello\n'), /no backup made by/],
    ['not even packed', Buffer.from('hello\n'), /no whole backup/],
  ];
  const elsewhere = await freshDatabase();
  for (const [name, bytes, expected] of broken) {
    writeFileSync(join(folder, name), bytes);
    await expect(restore(elsewhere.url, join(folder, name)), name).rejects.toThrow(expected);
  }
  await expect(restore(elsewhere.url, join(folder, 'nowhere'))).rejects.toThrow('There is no file');
  await restore(elsewhere.url, file);
  await elsewhere.drop();
});

it('never overwrites a backup with another', async () => {
  const file = join(temporaryFolder(), 'backup');
  await backUp(process.env.DATABASE_URL!, file);
  await expect(backUp(process.env.DATABASE_URL!, file)).rejects.toThrow('exists already');
});
