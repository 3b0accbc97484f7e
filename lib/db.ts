import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, types, type CustomTypesConfig } from 'pg';
import { PrismaClient, type Prisma } from '@/lib/generated/prisma/client';

export { Prisma } from '@/lib/generated/prisma/client';
export type Db = PrismaClient;
/** A transaction, or the client itself where one statement is enough. */
export type Tx = Prisma.TransactionClient;

declare global {
  var concordDb: { client: PrismaClient; pool: Pool } | undefined;
}

/** The one database client of this process, made at first use. Reloads of modules in development keep it. */
export function db(): PrismaClient {
  return connected().client;
}

/**
 * Asks what nearly every request asks, past the client's own layers, which cost as much again as the question (0.35 ms for
 * 0.16): on the same connections, as a statement that each of them has planned. Rows come as `$queryRaw` gives them.
 */
export async function askOften<Row>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await connected().pool.query({ name: shortName(text), text, values, types: asPrismaReads });
  return rows as Row[];
}

/** Where the database is: the operator's DATABASE_URL, or the embedded server that `npm start` put there. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error('DATABASE_URL is not set. `npm start` and `npm test` set it; so must whoever runs a file by hand.');
  return url;
}

function connected(): { client: PrismaClient; pool: Pool } {
  return (globalThis.concordDb ??= connect());
}

function connect(): { client: PrismaClient; pool: Pool } {
  const pool = new Pool({
    connectionString: databaseUrl(),
    max: Number(process.env.CONCORD_POOL ?? 10),
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  const adapter = new PrismaPg(pool, { statementNameGenerator: namesOfStatements(), disposeExternalPool: true });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
  // Whoever asks on a connection that breaks is told; one that breaks unused is replaced when it is needed.
  return { client, pool: pool.on('error', () => {}) };
}

const shortNames = new Map<string, string>();

/** Statements that are asked often are few, and written in the source: each has its own name. */
function shortName(text: string): string {
  const name = shortNames.get(text) ?? `often${shortNames.size}`;
  shortNames.set(text, name);
  return name;
}

const int8 = 20;
const asPrismaReads: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === int8 ? BigInt : (types.getTypeParser(oid, format) as (value: string) => unknown),
};

/**
 * What is asked again and again is parsed and planned once per connection, under a name; '' leaves a statement unnamed.
 * The first 1,000 different texts are counted, so that no connection holds more however many shapes come.
 */
function namesOfStatements(): ({ sql }: { sql: string }) => string {
  const asked = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const times = (asked.get(sql) ?? 0) + 1;
    if (times === 1 && asked.size >= 1_000) return '';
    asked.set(sql, times);
    if (times === 3) names.set(sql, `s${names.size}`);
    return names.get(sql) ?? '';
  };
}

/** The name of the unique index or constraint that a failed write ran into, or null for any other error. */
export function brokenConstraint(error: unknown): string | null {
  const text = collect(error);
  return /constraint[^"\\]*\\?"([a-z0-9_]+)\\?"/.exec(text)?.[1] ?? null;
}

/** True when the database ended a circle of transactions that waited for each other by breaking off this one. */
export function isDeadlock(error: unknown): boolean {
  return /40P01|deadlock detected/.test(collect(error));
}

function collect(error: unknown, depth = 0): string {
  if (depth > 4 || typeof error !== 'object' || error === null) return '';
  const { message, cause, meta } = error as { message?: unknown; cause?: unknown; meta?: unknown };
  return `${String(message ?? '')} ${JSON.stringify(meta ?? '')} ${collect(cause, depth + 1)}`;
}
