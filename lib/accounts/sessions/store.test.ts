import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { useFreshDatabase } from '@/lib/testing/database';
import { person } from '@/prisma/builders';
import { changePassword, signIn } from '../store';
import { endSession, findSession, listSessions, openSession, signOutEverywhere } from './store';

useFreshDatabase();

const firefox = {
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  address: '203.0.113.77',
};
const phone = {
  agent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36',
  address: '2001:db8:1:2::3',
};

async function somebody() {
  const who = await person();
  const account = (await signIn(who, '192.0.2.1'))!;
  return { who, account, here: (await openSession(account, firefox))!, there: (await openSession(account, phone))! };
}

it('shows a person their sessions by browser and network, never by the whole address', async () => {
  const { account } = await somebody();
  const sessions = await listSessions(account.id);
  expect(sessions.map(({ device, address }) => [device, address]).sort()).toEqual([
    ['Chrome on Android', '2001:db8:1::'],
    ['Firefox on Linux', '203.0.113.x'],
  ]);
  expect(JSON.stringify(await db().session.findMany())).not.toContain('113.77');
});

it('ends one session and leaves the others', async () => {
  const { account, here, there } = await somebody();
  expect(await findSession(there)).toMatchObject({ id: account.id, sessionId: there });
  await endSession(account.id, there);
  expect(await findSession(there)).toBeNull();
  expect(await findSession(here)).toMatchObject({ id: account.id });
  expect(await listSessions(account.id)).toHaveLength(1);
});

it('ends nobody else’s session', async () => {
  const [one, other] = [await somebody(), await somebody()];
  await endSession(one.account.id, other.here);
  expect(await findSession(other.here)).toMatchObject({ id: other.account.id });
});

it('ends all of them on signing out everywhere, and when the password is changed', async () => {
  const { who, account, here, there } = await somebody();
  await signOutEverywhere(account.id);
  expect([await findSession(here), await findSession(there)]).toEqual([null, null]);
  const again = (await openSession((await signIn(who, '192.0.2.1'))!, firefox))!;
  await changePassword(account.id, { old: who.password, fresh: 'another long password' });
  expect(await findSession(again)).toBeNull();
  expect(await listSessions(account.id)).toEqual([]);
});

it('opens none for whoever had the old password right while it was being changed', async () => {
  const { who, account } = await somebody();
  await changePassword(account.id, { old: who.password, fresh: 'another long password' });
  expect(await openSession(account, firefox)).toBeNull();
});

it('lets a session run out after thirty days, however much it is used', async () => {
  const { account, here } = await somebody();
  await db().session.update({ where: { id: here }, data: { createdAt: new Date(Date.now() - 30.1 * 86_400_000) } });
  expect(await findSession(here)).toBeNull();
  expect((await listSessions(account.id)).map(({ id }) => id)).not.toContain(here);
});

it('notes when it was last used', async () => {
  const { account, here } = await somebody();
  const before = new Date(Date.now() - 3_600_000);
  await db().session.update({ where: { id: here }, data: { seenAt: before } });
  await findSession(here);
  const { seenAt } = (await listSessions(account.id)).find(({ id }) => id === here)!;
  expect(Date.parse(seenAt)).toBeGreaterThan(before.getTime());
});
