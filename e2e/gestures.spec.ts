import type { Page } from '@playwright/test';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { code, coding, document as statement } from '@/prisma/builders';
import { expect, test, type Seat } from './fixtures';
import { dragOver, inLane, saved, selectLine, textOf, toTop } from './reading';

const text =
  'Order must return, and calm with it.\nCalm is not the end of talks. Calm begins them.\nThe harvest was late.';

type Study = { page: Page; member: Membership; documentId: string; stability: string };

async function study(seat: Seat): Promise<Study> {
  const { member, page } = seat;
  const stability = await code(member, { name: 'Stability', shortcut: 's', color: '#1c7ed6' });
  const documentId = await statement(member, { text, title: 'A statement' });
  await page.goto(`/projects/${member.projectId}/documents/${documentId}`);
  await expect(textOf(page)).toBeVisible();
  return { page, member, documentId, stability };
}

/** The live codings in the database, in reading order: their words. */
async function stored({ member, documentId }: Study): Promise<string[]> {
  const where = { projectId: member.projectId, documentId, deletedAt: null };
  const rows = await db().coding.findMany({ where, orderBy: [{ start: 'asc' }, { end: 'asc' }] });
  for (const { start, end, quote } of rows) expect(quote).toBe(text.slice(start, end));
  return rows.map(({ quote }) => quote);
}

/** Puts the caret into the text so many characters after the beginning of a line, by keys. */
async function caretAt(page: Page, line: number, characters: number): Promise<void> {
  await toTop(page);
  for (let i = 0; i < line; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let i = 0; i < characters; i++) await page.keyboard.press('ArrowRight');
}

test('a coding is split at the caret and joined again, each one step to undo', async ({ owner, seat }) => {
  const s = await study(await seat(owner.who, owner.member));
  const { page } = s;
  await selectLine(page, 0);
  await page.keyboard.press('s');
  await expect(inLane(page, 'Order must return')).toBeVisible();
  await caretAt(page, 0, 'Order must return,'.length);
  await page.keyboard.press('Shift+S');
  await expect(inLane(page, '“Order must return,”')).toBeVisible();
  await expect(inLane(page, '“and calm with it.”')).toBeVisible();
  await saved(page);
  expect(await stored(s)).toEqual(['Order must return,', 'and calm with it.']);

  await page.keyboard.press('Control+z');
  await expect(inLane(page, '“and calm with it.”')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(inLane(page, '“and calm with it.”')).toBeVisible();

  await inLane(page, '“and calm with it.”').click();
  await page.getByRole('group', { name: 'With this passage' }).getByRole('button', { name: 'Join 2' }).click();
  await expect(inLane(page, '“Order must return, and calm with it.”')).toBeVisible();
  await saved(page);
  expect(await stored(s)).toEqual(['Order must return, and calm with it.']);
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(await stored(s)).toEqual(['Order must return,', 'and calm with it.']);
});

test('the speaker’s own words become a code, which one undo takes away with the coding', async ({ owner, seat }) => {
  const s = await study(await seat(owner.who, owner.member));
  const { page } = s;
  await dragOver(page, 'the end of talks');
  await page.keyboard.press('Shift+I');
  await expect(inLane(page, 'the end of talks by Olga Owner')).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^the end of talks/ })).toBeVisible();
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('treeitem', { name: /^the end of talks/ })).toHaveCount(0);
  await saved(page);
  expect(await stored(s)).toEqual([]);
});

test('somebody who may not edit the codebook is offered no in-vivo coding, by button or by key', async ({
  owner,
  colleague,
  seat,
}) => {
  const coder = await colleague('coder');
  const s = await study({ ...(await seat(coder.who, coder.member)), member: owner.member });
  await dragOver(s.page, 'the end of talks');
  await expect(s.page.getByRole('button', { name: 'Code all…' })).toBeVisible();
  await expect(s.page.getByRole('button', { name: 'In vivo' })).toHaveCount(0);
  await s.page.keyboard.press('Shift+I');
  await saved(s.page);
  expect(await db().code.count({ where: { projectId: owner.member.projectId } })).toBe(1);
});

test('all finds of a phrase are coded after a look at the list, without those left out, and taken back as one', async ({
  owner,
  seat,
}) => {
  const s = await study(await seat(owner.who, owner.member));
  const { page } = s;
  await coding(s.member, { documentId: s.documentId, codeId: s.stability, text, quote: 'calm' });
  await expect(inLane(page, '“calm”')).toBeVisible();
  await dragOver(page, 'calm');
  await page.keyboard.press('Shift+A');
  const dialog = page.getByRole('dialog', { name: 'Code all “calm”' });
  const finds = dialog.getByRole('list', { name: 'Passages found' }).getByRole('listitem');
  await expect(finds).toHaveCount(3);
  await expect(finds.first().getByRole('checkbox')).toBeDisabled();
  await expect(dialog.getByText('2 passages chosen of 3; 1 has this code of yours already')).toBeVisible();
  await dialog.getByText('their sentence').click();
  await expect(finds).toHaveCount(3);
  await finds.nth(1).getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Code 2 passages' }).click();
  await expect(dialog).toBeHidden();
  await expect(inLane(page, '“Calm begins them.”')).toBeVisible();
  await saved(page);
  expect(await stored(s)).toEqual(['Order must return, and calm with it.', 'calm', 'Calm begins them.']);
  await textOf(page).focus();
  await page.keyboard.press('Control+z');
  await expect(inLane(page, '“Calm begins them.”')).toHaveCount(0);
  await saved(page);
  expect(await stored(s)).toEqual(['calm']);
});

test('edges move by handle and by key, by character and by word, and the coding stays the same one', async ({
  owner,
  seat,
}) => {
  const s = await study(await seat(owner.who, owner.member));
  const { page } = s;
  await dragOver(page, 'must return');
  await page.keyboard.press('s');
  await expect(inLane(page, '“must return”')).toBeVisible();
  await saved(page);
  const { id } = await db().coding.findFirstOrThrow({
    where: { projectId: s.member.projectId, documentId: s.documentId },
  });
  for (const [key, quote] of [
    ['Alt+ArrowRight', 'must return,'],
    ['Control+Alt+ArrowRight', 'must return, and'],
    ['Control+Alt+Shift+ArrowLeft', 'Order must return, and'],
    ['Alt+Shift+ArrowRight', 'rder must return, and'],
    ['Control+Alt+ArrowLeft', 'rder must return'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(inLane(page, `“${quote}”`)).toBeVisible();
  }
  const handle = page.locator('[data-edge="end"]');
  const box = (await handle.boundingBox())!;
  const aim = await textOf(page).evaluate((root) => {
    const node = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode()!;
    const range = document.createRange();
    const at = node.textContent!.indexOf('with');
    range.setStart(node, at);
    range.setEnd(node, at + 4);
    const { right, top, height } = range.getBoundingClientRect();
    return { x: right, y: top + height / 2 };
  });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(aim.x, aim.y, { steps: 6 });
  await page.mouse.up();
  await expect(inLane(page, '“rder must return, and calm with”')).toBeVisible();
  await saved(page);
  expect(await stored(s)).toEqual(['rder must return, and calm with']);
  expect(await db().coding.count({ where: { projectId: s.member.projectId, id, deletedAt: null } })).toBe(1);
});

test('the text takes a caret and a selection by mouse and keys, and nothing that is typed, pasted or dropped changes it', async ({
  owner,
  seat,
}) => {
  const { page } = await study(await seat(owner.who, owner.member));
  const shown = () => textOf(page).innerText();
  const before = await shown();
  const selected = () => page.evaluate(() => getSelection()!.toString());
  await textOf(page)
    .getByText('Calm begins')
    .dblclick({ position: { x: 12, y: 12 } });
  expect(await selected()).toBe('Calm');
  await textOf(page)
    .getByText('Calm begins')
    .click({ clickCount: 3, position: { x: 12, y: 12 } });
  expect((await selected()).trim()).toBe('Calm is not the end of talks. Calm begins them.');
  await caretAt(page, 2, 0);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Shift+ArrowRight');
  expect((await selected()).trim()).toBe('The harvest was');
  for (const key of ['x', 'Enter', 'Backspace', 'Delete', 'Control+x', 'Control+v', 'Control+b'])
    await page.keyboard.press(key);
  await page.keyboard.insertText('planted');
  expect(await shown()).toBe(before);
});

test('people who hear the page are told what was added and removed, and get the passages as a list', async ({
  owner,
  seat,
}) => {
  const { page } = await study(await seat(owner.who, owner.member));
  await selectLine(page, 2);
  await page.keyboard.press('s');
  await expect(page.getByRole('status').getByText('Stability added by you: “The harvest was late.”.')).toBeAttached();
  const passages = page.getByRole('region', { name: 'Coded passages on screen' });
  await expect(
    passages.getByRole('button', { name: 'Go to Stability by Olga Owner: “The harvest was late.”' }),
  ).toBeAttached();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('status').getByText('Stability removed by you: “The harvest was late.”.')).toBeAttached();
});

test('a whole coding session goes by keys alone: open, select, code, pick, recode by picker, step, cycle, memo, finish', async ({
  owner,
  seat,
}) => {
  const s = await study(await seat(owner.who, owner.member));
  const { page } = s;
  await code(s.member, {
    name: 'Great-power status',
    shortcut: 'g',
    color: '#c92a2a',
    definition: 'Rank among states.',
    useWhen: 'Rank is claimed.',
  });
  await expect(page.getByRole('treeitem', { name: /^Great-power/ })).toBeVisible();
  await selectLine(page, 0);
  await page.keyboard.press('s');
  await page.keyboard.press('g');
  await selectLine(page, 2);
  await page.keyboard.press('/');
  const picker = page.getByRole('dialog');
  await page.keyboard.type('grt pwr');
  await expect(picker.getByText('Rank is claimed.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(inLane(page, 'Great-power status by Olga Owner: “The harvest was late.”')).toBeVisible();
  await toTop(page);
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { pressed: true, name: /“Order must return/ })).toBeVisible();
  await page.keyboard.press('o');
  await page.keyboard.press('Shift+M');
  await page.keyboard.type('Rank by order.');
  await page.keyboard.press('Control+Enter');
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('button', { name: 'Finished' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await saved(page);
  expect(await stored(s)).toHaveLength(3);
  const where = { projectId: s.member.projectId, memo: 'Rank by order.' };
  expect(await db().coding.count({ where })).toBe(1);
});
