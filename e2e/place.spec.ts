import type { Page } from '@playwright/test';
import { code, coding, document as statement } from '@/prisma/builders';
import { expect, test } from './fixtures';
import { inLane, saved, textOf } from './reading';

const paragraphs = Array.from(
  { length: 120 },
  (_, n) =>
    `Paragraph number ${n} of the long statement says that order matters, and says so at length, ${n} times over.`,
);
const text = paragraphs.join('\n\n');

function inSight(page: Page, n: number) {
  return expect(textOf(page).getByText(`Paragraph number ${n} of`)).toBeInViewport();
}

test('an address leads to a document, to words in it, or to one coding', async ({ owner, seat }) => {
  const { page } = await seat(owner.who, owner.member);
  const { projectId } = owner.member;
  const codeId = await code(owner.member, { name: 'Stability' });
  const documentId = await statement(owner.member, { text });
  const id = await coding(owner.member, { documentId, codeId, text, quote: paragraphs[90]! });
  const address = `/projects/${projectId}/documents/${documentId}`;
  await page.goto(address);
  await inSight(page, 0);

  const start = text.indexOf(paragraphs[60]!);
  await page.goto(`${address}?at=${start}-${start + 19}`);
  await inSight(page, 60);
  expect(await page.evaluate(() => getSelection()!.toString())).toBe('Paragraph number 60');

  await page.goto(`${address}#coding-${id}`);
  await inSight(page, 90);
  await expect(
    page.getByRole('group', { name: 'Codings beside the text' }).getByRole('button', { pressed: true }),
  ).toHaveAccessibleName(/number 90/);
});

test('the link that a coding gives leads a colleague to it', async ({ owner, colleague, seat }) => {
  const mine = await seat(owner.who, owner.member);
  await mine.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const codeId = await code(owner.member, { name: 'Stability' });
  const documentId = await statement(owner.member, { text });
  await coding(owner.member, { documentId, codeId, text, quote: paragraphs[2]! });
  await mine.page.goto(`/projects/${owner.member.projectId}/documents/${documentId}`);
  await inLane(mine.page, 'Stability by Olga Owner').click();
  await mine.page.getByRole('button', { name: 'Copy a link to this passage (Stability)' }).click();
  const link = await mine.page.evaluate(() => navigator.clipboard.readText());
  const other = await colleague('viewer');
  const theirs = await seat(other.who, other.member);
  await theirs.page.goto(link);
  await expect(
    theirs.page.getByRole('group', { name: 'Codings beside the text' }).getByRole('button', { pressed: true }),
  ).toHaveAccessibleName(/number 2 /);
});

test('a person goes on reading where they left off, on another computer too, and nobody else is moved', async ({
  owner,
  colleague,
  seat,
}) => {
  const here = await seat(owner.who, owner.member);
  const documentId = await statement(owner.member, { text });
  const address = `/projects/${owner.member.projectId}/documents/${documentId}`;
  await here.page.goto(address);
  await inSight(here.page, 0);
  const kept = here.page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/place'));
  await here.page.mouse.move(500, 400);
  await textOf(here.page).getByText('Paragraph number 70 of').scrollIntoViewIfNeeded();
  await (await kept).response();
  const there = await seat(owner.who, owner.member);
  await there.page.goto(address);
  await inSight(there.page, 70);
  const other = await colleague('coder');
  const theirs = await seat(other.who, other.member);
  await theirs.page.goto(address);
  await inSight(theirs.page, 0);
  await saved(theirs.page);
});
