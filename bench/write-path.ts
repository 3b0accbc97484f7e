import { randomUUID } from 'node:crypto';
import { beside, withClient } from '@/bin/parts/database.mjs';
import { durable, temporaryPostgres } from '@/bin/parts/postgres-temporary.mjs';
import { templateDatabase } from '@/bin/parts/template-database.mjs';
import { Pool } from 'pg';
import { db } from '@/lib/db';
import { run } from '@/lib/door/store';
import { code, document, person, project } from '@/prisma/builders';
import type { Membership } from '@/lib/projects/store';
import { measure, type Load } from './load/measure';

/**
 * The write path below HTTP: codings accepted per second through the door (membership, schema, span and quote checks,
 * row, number, log entry, notify) against a bare single-row insert through node-postgres, in one run. Target:
 * at least 0.25 of the plain insert in one project; a write on a long text at most 1.2 times one on a short text.
 */
const writes = 1_500;
const clients = [1, 10, 50];

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i % 997}`).join(' ');
const texts = { 'short text (10k words)': words(10_000), 'long text (500k words)': words(500_000) };

type Place = { by: Membership; documentId: string; codeId: string; text: string };
let at = 0;

function addCoding({ by, documentId, codeId, text }: Place): Promise<unknown> {
  const start = (at++ * 7) % (text.length - 20);
  const body = { id: randomUUID(), documentId, codeId, start, end: start + 12, quote: text.slice(start, start + 12) };
  return run(by, { id: randomUUID(), kind: 'coding.add', body });
}

async function places(): Promise<Map<string, Place>> {
  const by = await project(await person(), 'Bench');
  const codeId = await code(by, { name: 'A code' });
  const made = new Map<string, Place>();
  for (const [name, text] of Object.entries(texts)) made.set(name, { by, codeId, text, documentId: await document(by, { text }) });
  return made;
}

const load = (concurrency: number, work: () => Promise<unknown>) => measure(concurrency, work, (n) => n >= writes);

function line(name: string, { rate, p99 }: Load, limit?: number): void {
  const ratio = limit ? `  ${(rate / limit).toFixed(2)} of the limit` : '';
  console.log(`  ${name.padEnd(32)} ${rate.toFixed(0).padStart(6)}/s   p99 ${p99.toFixed(1).padStart(6)} ms${ratio}`);
}

const server = await temporaryPostgres(durable);
const admin = server.url('postgres');
const template = await templateDatabase(admin);
await withClient(admin, (client) => client.query(`create database bench template ${template}`));
process.env.DATABASE_URL = beside(admin, 'bench');

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
pool.on('error', () => {}); // The server may stop before the pool has let go.
await pool.query('CREATE TABLE bench_row (id uuid PRIMARY KEY, a text, b int, c int)');
const insert = () => pool.query('INSERT INTO bench_row VALUES ($1, $2, $3, $4)', [randomUUID(), 'a quote of it', 1, 2]);
const all = await places();
for (const place of all.values()) for (let i = 0; i < 200; i++) await addCoding(place);

for (const concurrency of clients) {
  console.log(`${concurrency} at once`);
  const limit = await load(concurrency, insert);
  line('plain insert (limit)', limit);
  for (const [name, place] of all) line(name, await load(concurrency, () => addCoding(place)), limit.rate);
}
await pool.end();
await db().$disconnect();
await server.stop();
