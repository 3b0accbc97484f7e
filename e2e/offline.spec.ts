import type { BrowserContext, Page } from '@playwright/test';
import { db } from '@/lib/db';
import { changesAfter } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { code, document } from '@/prisma/builders';
import { expect, login, test } from './fixtures';
import { inLane, saved, selectLine, textOf } from './reading';

const lines = ['First, order.', 'Second, work.', 'Third, bread.', 'Fourth, peace.', 'Fifth, roads.', 'Sixth, rest.'];

async function study(member: Membership): Promise<string> {
  await code(member, { name: 'Stability', shortcut: 's' });
  return `/projects/${member.projectId}/documents/${await document(member, { text: lines.join('\n') })}`;
}

async function codeLine(page: Page, line: number): Promise<void> {
  await selectLine(page, line);
  await page.keyboard.press('s');
  await expect(inLane(page, `“${lines[line]}”`)).toBeVisible();
}

/** The quotes of the codings in the log, in the order in which they were stored. */
async function logged({ projectId }: Membership): Promise<string[]> {
  const log = await changesAfter(projectId, 0n, 1_000);
  const added = log.filter(({ change }) => change.kind === 'coding.add');
  return added.map(({ change }) => (change.body as { coding: { quote: string } }).coding.quote);
}

/** The server answers nothing to this browser's writes, as when the network is gone. */
async function cut(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route('**/changes', (route) => route.abort('internetdisconnected'));
  return () => context.unroute('**/changes');
}

test('what was coded offline survives the death of its tab and is stored once, in order, when the person is back', async ({
  owner,
  seat,
}) => {
  const { context, page } = await seat(owner.who, owner.member);
  const address = await study(owner.member);
  await page.goto(address);
  await codeLine(page, 0);
  await saved(page);

  await context.setOffline(true);
  for (const line of [1, 2, 3]) await codeLine(page, line);
  await expect(page.getByText('Offline, 3 unsaved', { exact: true })).toBeVisible();
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => {}); // A tab that is dead sends no answer.
  await crashed;
  const again = await context.newPage();
  await page.close();
  await context.setOffline(false);

  await again.goto(address);
  for (const line of [0, 1, 2, 3]) await expect(inLane(again, `“${lines[line]}”`)).toBeVisible();
  await saved(again);
  await expect.poll(() => logged(owner.member)).toEqual(lines.slice(0, 4));
});

test('a reload keeps what is unsaved, and an answer that was lost doubles nothing', async ({ owner, seat }) => {
  const { context, page } = await seat(owner.who, owner.member);
  await page.goto(await study(owner.member));
  page.on('dialog', (dialog) => void dialog.accept());
  // The server stores the change; its answer never arrives.
  await context.route('**/changes', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await codeLine(page, 0);
  await expect.poll(() => logged(owner.member)).toEqual([lines[0]]);
  // An answer that is being lost just now is lost to its end.
  await context.unrouteAll({ behavior: 'wait' });
  const back = await cut(context);
  await codeLine(page, 1);
  await page.reload();
  await expect(inLane(page, `“${lines[1]}”`)).toBeVisible();
  await expect(page.getByText(/\d unsaved/).first()).toBeVisible();
  await back();
  await saved(page);
  expect(await logged(owner.member)).toEqual(lines.slice(0, 2));
});

test('what is coded while an import holds the project waits in the queue, says so, and lands when it is done', async ({ owner, seat }) => {
  const { page, member } = await seat(owner.who, owner.member);
  await page.goto(await study(member));
  await codeLine(page, 0);
  await saved(page);
  await db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${member.projectId}::uuid FOR UPDATE`;
      for (const line of [1, 2]) await codeLine(page, line);
      await expect(page.getByText('Waiting, 2 unsaved', { exact: true })).toBeVisible({ timeout: 20_000 });
    },
    { timeout: 60_000 },
  );
  await saved(page);
  expect(await logged(member)).toEqual(lines.slice(0, 3));
});

test('leaving with unsaved work asks first', async ({ owner, seat }) => {
  const { context, page } = await seat(owner.who, owner.member);
  await page.goto(await study(owner.member));
  const back = await cut(context);
  await codeLine(page, 0);
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await back();
  await saved(page);
});

test('the next person to sign in at this browser does not send what the one before left unsent', async ({ owner, colleague, seat }) => {
  const { context, page } = await seat(owner.who, owner.member);
  const address = await study(owner.member);
  const { who: ben, member } = await colleague('coder', 'Ben Coder');
  await page.goto(address);
  const back = await cut(context);
  await codeLine(page, 0);
  await expect(page.getByText('Offline, 1 unsaved', { exact: true })).toBeVisible();

  await login(context, ben);
  await back();
  const bens = await context.newPage();
  await bens.goto(address);
  await codeLine(bens, 1);
  await saved(bens);
  await expect(page.getByText('Signed out, 1 unsaved', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await logged(member)).toEqual([lines[1]]);

  await login(context, owner.who);
  await page.evaluate(() => globalThis.document.dispatchEvent(new Event('visibilitychange')));
  await saved(page);
  expect(await logged(member)).toEqual([lines[1], lines[0]]);
  const authors = await db().coding.findMany({ where: { projectId: member.projectId }, select: { quote: true, coderId: true } });
  expect(authors.find(({ quote }) => quote === lines[0])?.coderId).toBe(owner.who.id);
});

test('seven tabs of one browser all work, and what is coded in one shows in the others', async ({ owner, seat }) => {
  test.setTimeout(120_000);
  const { context, page } = await seat(owner.who, owner.member);
  const address = await study(owner.member);
  const tabs = [page];
  while (tabs.length < 7) tabs.push(await context.newPage());
  for (const tab of tabs) {
    await tab.goto(address);
    await expect(textOf(tab)).toBeVisible();
  }
  await tabs[6]!.bringToFront();
  await codeLine(tabs[6]!, 0);
  for (const tab of tabs) await expect(inLane(tab, `“${lines[0]}”`)).toBeVisible();
  await tabs[0]!.close();
  await codeLine(tabs[6]!, 1);
  for (const tab of tabs.slice(1)) await expect(inLane(tab, `“${lines[1]}”`)).toBeVisible();
});
