import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { brokenConstraint, db, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Account, Registration } from './account';
import { countedAs } from './device';
import { hashPassword, passwordFits } from './password';
import { endAll } from './sessions/store';

const minutes = 15;
/** Failures in a quarter of an hour. A class of 200 sits behind one address, so an address may fail often. */
const perAccount = 10;
const perAddress = 400;

const shown = { id: true, email: true, name: true, sessionVersion: true } as const;

/** The account that this address and password open, or null. Refuses when the account or the address fails too often. */
export async function signIn(credentials: { email: string; password: string }, address: string): Promise<Account | null> {
  const email = credentials.email.trim().toLowerCase();
  const keys = { account: `account:${fingerprint(email)}`, address: `address:${fingerprint(countedAs(address))}` };
  await begin([
    { key: keys.account, most: perAccount },
    { key: keys.address, most: perAddress },
  ]);
  const user = await db().user.findUnique({ where: { email }, select: { ...shown, passwordHash: true } });
  if (!(await passwordFits(credentials.password, user?.passwordHash ?? null))) return null;
  await forgive(keys);
  const { passwordHash: _, ...account } = user!;
  return account;
}

/** Counts a use of a one-time token, so that guessing one has the limits that guessing a password has. */
export async function beginTokenAttempt(token: string, address: string): Promise<void> {
  await begin([
    { key: `token:${fingerprint(token)}`, most: 60 },
    { key: `token-address:${fingerprint(countedAs(address))}`, most: perAddress },
  ]);
}

/** Makes an account. The caller has shown a right to: a set-up code or an invitation. */
export async function register({ email, name, password }: Registration, tx: Tx = db()): Promise<Account> {
  const passwordHash = await hashPassword(password);
  try {
    return await tx.user.create({ data: { email, name, passwordHash }, select: shown });
  } catch (error) {
    if (brokenConstraint(error) !== 'user_email_key') throw error;
    throw new Refusal('conflict', 'There is already an account with this address. Sign in with it, then open the link again.');
  }
}

/** Gives an account another name. */
export async function rename(id: string, name: string): Promise<void> {
  await db().user.update({ where: { id }, data: { name } });
}

/** Sets a new password after the old one was shown to be known, and ends every session of the account. */
export async function changePassword(id: string, { old, fresh }: { old: string; fresh: string }): Promise<void> {
  const { email, passwordHash } = await db().user.findUniqueOrThrow({ where: { id } });
  await begin([{ key: `account:${fingerprint(email)}`, most: perAccount }]);
  if (!(await passwordFits(old, passwordHash))) throw new Refusal('forbidden', 'The old password is not right.');
  await db().$transaction((tx) => setPassword(tx, id, fresh));
}

/** Sets a new password and ends every session. The caller has shown a right to: the old password, or a link. */
export async function setPassword(tx: Tx, id: string, fresh: string): Promise<void> {
  const { email } = await tx.user.update({ where: { id }, data: { passwordHash: await hashPassword(fresh) } });
  await tx.attempt.deleteMany({ where: { key: `account:${fingerprint(email)}` } });
  await endAll(tx, id);
}

/** Counts a letter that somebody has sent, so that nobody makes of this server a source of unwanted mail. */
export async function beginLetter(accountId: string): Promise<void> {
  await begin([{ key: `letter:${accountId}`, most: 60 }]);
}

/** True if the database answers and its tables are there. */
export async function ready(): Promise<boolean> {
  return db()
    .server.count()
    .then((rows) => rows === 1)
    .catch(() => false);
}

/** Whether this server still waits for its first account. */
export async function needsSetUp(): Promise<boolean> {
  const server = await db().server.findUniqueOrThrow({ where: { id: 1 } });
  return server.setUpAt === null && server.setUpCodeHash !== null;
}

/** Lets the holder of `code` make the first account. Called at start on an empty server; a used door stays shut. */
export async function offerSetUp(code: string): Promise<void> {
  await db().server.updateMany({ where: { id: 1, setUpAt: null }, data: { setUpCodeHash: fingerprint(code) } });
}

/** Marks the server as set up without a code: the demo study brings its own accounts. */
export async function closeSetUp(): Promise<void> {
  await db().server.updateMany({ where: { id: 1, setUpAt: null }, data: { setUpAt: new Date(), setUpCodeHash: null } });
}

/** Makes the first account, once: of fifty who try at the same moment with the code, one comes in. */
export async function setUp(code: string, who: Registration): Promise<Account> {
  const server = await db().server.findUniqueOrThrow({ where: { id: 1 } });
  if (server.setUpAt !== null || !server.setUpCodeHash || !equal(server.setUpCodeHash, fingerprint(code))) refuseSetUp();
  return db().$transaction(async (tx) => {
    const where = { id: 1, setUpAt: null, setUpCodeHash: server.setUpCodeHash };
    const { count } = await tx.server.updateMany({ where, data: { setUpAt: new Date(), setUpCodeHash: null } });
    if (count === 0) refuseSetUp();
    return register(who, tx);
  });
}

type Limit = { key: string; most: number };

/** Counts the attempt before it is judged, so that many at once cannot slip past the limit together. */
async function begin(limits: Limit[]): Promise<void> {
  await db().$executeRaw`DELETE FROM attempt WHERE at < now() - interval '1 day'`;
  for (const { key, most } of limits) {
    // One at a time per key: attempts that cannot see one another would pass the limit together.
    const [, , rows] = await db().$transaction([
      db().$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`,
      db().$executeRaw`INSERT INTO attempt (key) VALUES (${key})`,
      db().$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM attempt WHERE key = ${key} AND at > now() - make_interval(mins => ${minutes})`,
    ]);
    if ((rows[0]?.n ?? 0) > most) {
      throw new Refusal('forbidden', `Too many attempts. Please wait ${minutes} minutes and try again.`);
    }
  }
}

/** A right password clears the account's failures, and takes this one attempt off the address. */
async function forgive({ account, address }: { account: string; address: string }): Promise<void> {
  await db().attempt.deleteMany({ where: { key: account } });
  await db().$executeRaw`DELETE FROM attempt WHERE id = (SELECT max(id) FROM attempt WHERE key = ${address})`;
}

function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function equal(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function refuseSetUp(): never {
  throw new Refusal('not-found', 'This set-up code does not work. The server prints the right one when it starts.');
}
