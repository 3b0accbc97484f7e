import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { db } from '@/lib/db';
import { expect, test } from './fixtures';

const header = 'title,text,speaker,date,views';
const statement = (n: number) => Array.from({ length: 30 }, (_, word) => `word${n * 100 + word}`).join(' ');

test('a project is set up from a template, takes in an archive and a table, and is described in a table', async ({
  owner,
  seat,
}) => {
  test.setTimeout(120_000);
  const { page, member } = await seat(owner.who, owner.member);
  const where = { projectId: member.projectId, deletedAt: null };
  await page.goto(`/projects/${member.projectId}`);

  await page.getByRole('button', { name: 'Attributes' }).click();
  await page.getByRole('button', { name: 'Use the template Official statements' }).click();
  await expect(page.getByRole('button', { name: 'Change Source address' })).toBeVisible();
  await page.getByRole('dialog', { name: 'Attributes of documents' }).getByRole('button', { name: 'Close' }).click();

  const archive = zipSync({
    'march/first.txt': strToU8(`Speaker: V. Orlov\nDate: 9 March 2023\n\n${statement(1)}`),
    'march/second.txt': strToU8(`Speaker: V. Orlov\nDate: spring\n\n${statement(2)}`),
    'march/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  });
  const dialog = await choose(page, 'statements.zip', Buffer.from(archive));
  const cards = dialog.getByRole('list', { name: 'Texts to add' });
  await expect(cards.getByText('Files of this type cannot be read')).toBeVisible();
  await expect(cards.getByText('2023-03-09')).toBeVisible();
  await expect(cards.getByText('cannot have “spring” as “Date”')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Add 2 documents' })).toBeDisabled();
  await cards.getByRole('button', { name: 'Title and attributes' }).last().click();
  await cards.getByRole('textbox', { name: 'Date' }).last().fill('2023-03-10');
  await dialog.getByRole('button', { name: 'Add 2 documents' }).click();
  await expect(page.getByText('Added 2 documents.')).toBeVisible();
  expect(await db().change.count({ where: { projectId: member.projectId, kind: 'document.import' } })).toBe(1);

  await page.goto(`/projects/${member.projectId}`);
  const rows = [
    `Third,${statement(3)},A,2023-04-01,7`,
    `Fourth,${statement(4)},A,never,8`,
    `Again,Forwarded ${statement(3)},A,01.05.2023,9`,
  ];
  const table = await choose(page, 'posts.csv', Buffer.from([header, ...rows].join('\n')));
  await expect(table.getByRole('list', { name: 'Rows that cannot be imported' })).toContainText(
    'Row 3: “Fourth” cannot have “never” as “Date”.',
  );
  await expect(table.getByRole('list', { name: 'Near-duplicates' })).toContainText(
    /Row 4: about \d\d % the same as “row 2”/,
  );
  await table.getByRole('combobox', { name: 'views becomes' }).click();
  await page.getByRole('option', { name: 'New attribute “views”' }).click();
  await expect(table.getByRole('button', { name: 'Import 2 documents' })).toBeDisabled();
  await table.getByRole('checkbox', { name: 'Leave it out' }).first().check();
  await table.getByRole('button', { name: 'Import 2 documents' }).click();
  await expect(page.getByText('Added 2 documents.')).toBeVisible();
  expect(await db().document.count({ where })).toBe(4);

  await page.getByRole('link', { name: 'Values' }).click();
  const grid = page.getByRole('grid', { name: 'Values of documents' });
  const office = grid
    .getByRole('columnheader')
    .allTextContents()
    .then((names) => names.findIndex((name) => name.startsWith('Office')));
  await grid
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .nth(await office)
    .click();
  await page.keyboard.type('Spokesperson');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(page.getByText('1 value of 1 document not saved yet.')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  for (let row = 0; row < 3; row++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(page.getByText('4 values of 4 documents not saved yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved: 4 documents.')).toBeVisible();
  const offices = async () =>
    (await db().document.findMany({ where })).map(({ attributes }) => (attributes as Record<string, string>).office);
  expect(await offices()).toEqual(Array(4).fill('Spokesperson'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back.')).toBeVisible();
  expect(await offices()).toEqual(Array(4).fill(undefined));
});

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.getByRole('button', { name: 'Add documents' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return dialog;
}
