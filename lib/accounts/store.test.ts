import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { useFreshDatabase } from '@/lib/testing/database';
import { person } from '@/prisma/builders';
import { needsSetUp, offerSetUp, setUp, signIn } from './store';

useFreshDatabase();

const who = (n: number) => ({ email: `first-${n}@example.org`, name: 'First', password: 'a long enough password' });

it('makes one first account of fifty who bring the set-up code at the same moment, and none without it', async () => {
  await offerSetUp('the code of this server');
  const without = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => setUp('a guess', who(n))));
  expect(without.every(({ status }) => status === 'rejected')).toBe(true);
  const withCode = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => setUp('the code of this server', who(n))));
  expect(withCode.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect([await needsSetUp(), await db().user.count()]).toEqual([false, 1]);
});

it('never opens the first door again, not even when all accounts are gone', async () => {
  await db().user.deleteMany();
  await offerSetUp('another code');
  expect(await needsSetUp()).toBe(false);
  await expect(setUp('another code', who(1))).rejects.toMatchObject({ code: 'not-found' });
});

it('lets the right password in, in any case and spacing of the address, and says nothing of why not', async () => {
  const { email, password } = await person();
  expect(await signIn({ email: ` ${email.toUpperCase()} `, password }, '192.0.2.1')).toMatchObject({ email });
  expect(await signIn({ email, password: 'wrong' }, '192.0.2.1')).toBeNull();
  expect(await signIn({ email: 'nobody@example.org', password }, '192.0.2.1')).toBeNull();
});

it('stops guessing at one account after ten failures, from however many addresses, even all at once', async () => {
  const { email, password } = await person();
  const guesses = Array.from({ length: 40 }, (_, n) => signIn({ email, password: `guess ${n}` }, `198.51.100.${n}`));
  const judged = (await Promise.allSettled(guesses)).filter(({ status }) => status === 'fulfilled');
  expect(judged.length).toBeLessThanOrEqual(10);
  await expect(signIn({ email, password }, '203.0.113.9')).rejects.toThrow('Too many attempts');
});

it('lets a class of two hundred in from one address', async () => {
  const { email, password } = await person();
  for (let n = 0; n < 20; n++) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn({ email, password }, '203.0.113.5')));
    expect(answers.every((account) => account?.email === email)).toBe(true);
  }
}, 60_000);

it('forgets failures when the right password comes', async () => {
  const { email, password } = await person();
  for (let n = 0; n < 9; n++) await signIn({ email, password: 'wrong' }, '192.0.2.2');
  expect(await signIn({ email, password }, '192.0.2.2')).not.toBeNull();
  expect(await signIn({ email, password: 'wrong' }, '192.0.2.2')).toBeNull();
});

it('counts an IPv6 customer’s whole network as one address', async () => {
  for (let n = 0; n < 5; n++) await signIn({ email: `v6-${n}@example.org`, password: 'x' }, `2001:db8:1:2:${n}::1`);
  const rows = await db().attempt.groupBy({ by: ['key'], where: { key: { startsWith: 'address:' } }, _count: true });
  expect(rows.some((row) => row._count === 5)).toBe(true);
});

it('keeps passwords only as argon2id hashes', async () => {
  const { id, password } = await person();
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(passwordHash).not.toContain(password);
});
