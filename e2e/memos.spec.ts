import type { Page } from '@playwright/test';
import { change, code, coding, document } from '@/prisma/builders';
import { expect, test, type Seat } from './fixtures';
import { accessible } from './looking';
import { inLane, saved } from './reading';

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';

type Study = { address: string; id: string; documentId: string; codeId: string };

async function study(seat: Pick<Seat, 'member'>, memo = ''): Promise<Study> {
  const documentId = await document(seat.member, { text });
  const codeId = await code(seat.member, { name: 'Blame', shortcut: 'b' });
  const id = await coding(seat.member, { documentId, codeId, text, quote: 'blamed Washington', memo });
  return { address: `/projects/${seat.member.projectId}/documents/${documentId}`, id, documentId, codeId };
}

function memoOn(page: Page) {
  return page.getByRole('region', { name: 'Selected passage' }).getByRole('textbox', { name: 'Memo on Blame' });
}

async function write(page: Page): Promise<void> {
  await inLane(page, 'Blame').first().click();
  await memoOn(page).focus();
  await page.getByRole('toolbar', { name: 'Form of the memo' }).waitFor();
}

test('a memo is written with keys alone, formed, kept, and read by others as it was written', async ({
  owner,
  colleague,
  seat,
}) => {
  const ben = await colleague('coder', 'Ben');
  const s = await study(owner);
  const [mine, theirs] = [await seat(owner.who, owner.member), await seat(ben.who, ben.member)];
  for (const { page } of [mine, theirs]) await page.goto(s.address);
  const { page } = mine;
  await inLane(page, 'Blame').first().click();
  await page.getByRole('textbox', { name: /^Text of/ }).focus();
  await page.keyboard.press('Shift+M');
  await page.getByRole('toolbar', { name: 'Form of the memo' }).waitFor();
  await page.keyboard.type('job <b>');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('bold');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('سلام');
  await page.keyboard.press('Control+Enter');
  await saved(page);
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toBeFocused();
  await inLane(theirs.page, 'Blame').first().click();
  const read = theirs.page.getByRole('region', { name: 'Selected passage' });
  await expect(read.getByText('job <b>')).toBeVisible();
  await expect(read.locator('strong')).toHaveText('bold');
  await expect(read.locator('li li')).toHaveText(['one', 'سلام']);
  await expect(read.getByRole('button', { name: /^Change the code/ })).toHaveCount(0);
});

test('Esc drops what was typed, leaving unchanged sends nothing, and a link leads only to pages and mail', async ({
  owner,
  seat,
}) => {
  const s = await study(owner, 'as it was');
  const { page } = await seat(owner.who, owner.member);
  await page.goto(s.address);
  await write(page);
  await page.keyboard.type(' and more');
  await page.keyboard.press('Escape');
  await expect(memoOn(page)).toHaveText('as it was');
  const sent: string[] = [];
  page.on(
    'request',
    (request) =>
      request.method() === 'POST' && request.url().endsWith('/changes') && sent.push(request.postData() ?? ''),
  );
  await write(page);
  await page.keyboard.press('Control+Enter');
  await expect(memoOn(page)).toHaveText('as it was');
  expect(sent).toEqual([]);
  await write(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Address of the link' }).fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A link leads to a page (https://…) or to a mail address.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Address of the link' }).fill('example.org/speech');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await saved(page);
  await expect(memoOn(page).getByRole('link', { name: 'as it was' })).toHaveAttribute(
    'href',
    'https://example.org/speech',
  );
  await expect.poll(() => sent.length).toBe(1);
});

test('what another window of the same person saves does not take the words from under the typing hands', async ({
  owner,
  seat,
}) => {
  const s = await study(owner, 'first');
  const { page } = await seat(owner.who, owner.member);
  await page.goto(s.address);
  await write(page);
  await page.keyboard.type(' typed here');
  await change(owner.member, 'coding.edit', { id: s.id, set: { memo: 'from the other window' } });
  const arrived = await coding(owner.member, { documentId: s.documentId, codeId: s.codeId, text, quote: 'escalation' });
  await expect(inLane(page, 'Blame')).toHaveCount(2);
  expect(arrived).toBeTruthy();
  await page.keyboard.type(', and on');
  await expect(memoOn(page)).toHaveText('first typed here, and on');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Your memo replaced another one')).toBeVisible();
  await saved(page);
  await expect(memoOn(page)).toHaveText('first typed here, and on');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`a hostile memo does nothing, and memos are readable for everyone in ${scheme}`, async ({ owner, seat }) => {
    const s = await study(
      owner,
      '**Why:** see [this](javascript:alert(1)) and [that](https://example.org)\n\n<img src=x onerror=alert(1)>\n\n> quoted\n\n1. first\n2. مرحبا',
    );
    const { page } = await seat(owner.who, owner.member);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(s.address);
    await inLane(page, 'Blame').first().click();
    await expect(memoOn(page).getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    await expect(memoOn(page).getByRole('link')).toHaveText(['that']);
    await accessible(page);
    await page.screenshot({ path: `test-results/screens/memo-${scheme}.png` });
    await write(page);
    await accessible(page);
    await page.screenshot({ path: `test-results/screens/memo-writing-${scheme}.png` });
  });
}
