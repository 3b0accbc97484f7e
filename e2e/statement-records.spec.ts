import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { db } from '@/lib/db';
import { expect, test } from './fixtures';
import { lookedAt } from './looking';

const header = 'title,text,speaker,date,views';
const persian = 'وزیر خارجه گفت که ثبات در منطقه به سود همه است و گفت‌وگو باید ادامه یابد.';
const other = 'رئیس‌جمهور در سخنرانی خود بر همکاری با همسایگان و احترام متقابل تأکید کرد.';
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
  await page.getByText('Add those of a template').click();
  await lookedAt(page, 'templates');
  await page.getByRole('dialog', { name: 'Attributes of documents' }).getByRole('button', { name: 'Close' }).click();

  const archive = zipSync({
    'march/first.txt': strToU8(`Speaker: V. Orlov\nDate: 9 March 2023\n\n${statement(1)}`),
    'march/second.txt': strToU8(`Speaker: V. Orlov\nDate: spring\n\n${persian}`),
    'march/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  });
  const dialog = await choose(page, 'statements.zip', Buffer.from(archive));
  const cards = dialog.getByRole('list', { name: 'Texts to add' });
  await expect(cards.getByText('Files of this type cannot be read')).toBeVisible();
  await expect(cards.getByText('2023-03-09', { exact: true })).toBeVisible();
  await expect(cards.getByText('“second” cannot have “spring” as “Date”')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Add 2 documents' })).toBeDisabled();
  await lookedAt(page, 'import-preview');
  await cards.getByRole('button', { name: 'Title and attributes' }).last().click();
  await cards.getByRole('textbox', { name: 'Date' }).last().fill('2023-03-10');
  await dialog.getByRole('button', { name: 'Add 2 documents' }).click();
  await expect(page.getByText('Added 2 documents.')).toBeVisible();
  expect(await db().change.count({ where: { projectId: member.projectId, kind: 'document.import' } })).toBe(1);

  await page.goto(`/projects/${member.projectId}`);
  const rows = [
    `سخنان وزیر,${other},وزیر خارجه,2023-04-02,10`,
    `Third,${statement(3)},A,2023-04-01,7`,
    `Fourth,${statement(4)},A,never,8`,
    `Again,Forwarded ${statement(3)},A,01.05.2023,9`,
  ];
  const table = await choose(page, 'posts.csv', Buffer.from([header, ...rows].join('\n')));
  const sample = table.getByRole('cell', { name: 'سخنان وزیر' });
  await expect(sample).toBeVisible();
  await readAs(page, 'Cyrillic (KOI8-R)');
  await expect(sample).toHaveCount(0);
  await readAs(page, 'Unicode (UTF-8)');
  await expect(sample).toBeVisible();
  await expect(table.getByRole('list', { name: 'Rows that cannot be imported' })).toContainText(
    'Row 4: “Fourth” cannot have “never” as “Date”.',
  );
  await expect(table.getByRole('list', { name: 'Near-duplicates' })).toContainText(
    /Row 5: about \d\d % the same as row 3/,
  );
  await lookedAt(page, 'import-table');
  await table.getByRole('combobox', { name: 'views becomes' }).click();
  await page.getByRole('option', { name: 'New attribute' }).click();
  const type = table.getByRole('combobox', { name: 'Type of views' });
  await expect(type).toHaveValue('Number');
  await type.click();
  await page.getByRole('option', { name: 'Web address' }).click();
  await expect(table.getByText('“Third” cannot have “7” as “views”.')).toBeVisible();
  await type.click();
  await page.getByRole('option', { name: 'Number' }).click();
  await lookedAt(page, 'import-new-attribute');
  await expect(table.getByRole('button', { name: 'Import 3 documents' })).toBeDisabled();
  await table.getByRole('checkbox', { name: 'Leave it out' }).first().check();
  await table.getByRole('button', { name: 'Import 3 documents' }).click();
  await expect(page.getByText('Added 3 documents.')).toBeVisible();
  expect(await db().document.count({ where })).toBe(5);

  const folder = await chooseFolder(page, {
    'april/one.txt': 'A text.',
    'april/.hidden.txt': 'x',
    'posts.csv': header,
  });
  await expect(folder.getByRole('heading', { name: 'spring/posts.csv' })).toBeVisible();
  await expect(folder.getByText('This is a table, which may hold a document per row.')).toBeVisible();
  await expect(folder.getByText('1 document needs a correction first.')).toBeVisible();
  await expect(folder.getByRole('button', { name: 'Add 1 document' })).toBeDisabled();
  await folder.getByRole('button', { name: 'Cancel' }).click();
  await dropped(page, test.info().outputPath('spring'));
  await expect(folder.getByRole('heading', { name: 'spring/posts.csv' })).toBeVisible();
  await folder.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Filter' }).click();
  const asked = page.getByRole('group', { name: 'Documents by their attributes' });
  await asked.getByRole('textbox', { name: 'views from' }).fill('9');
  await expect(page.getByText('2 of 5 documents')).toBeVisible();
  await asked.getByRole('textbox', { name: 'Date to' }).fill('2023-04');
  await expect(page.getByText('1 of 5 documents')).toBeVisible();
  await lookedAt(page, 'documents-filtered');
  await expect(page.getByRole('link', { name: 'سخنان وزیر' })).toBeVisible();

  await page.getByRole('link', { name: 'Values' }).click();
  const grid = page.getByRole('grid', { name: 'Values of documents' });
  await expect(grid.getByRole('columnheader', { name: 'Office' })).toBeVisible();
  const names = await grid.getByRole('columnheader').allTextContents();
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(names.indexOf('Office')).click();
  await page.keyboard.type('Spokesperson');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(page.getByText('1 value of 1 document not saved yet.')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  for (let row = 0; row < 4; row++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(page.getByText('5 values of 5 documents not saved yet.')).toBeVisible();
  await lookedAt(page, 'values-written');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved: 5 documents.')).toBeVisible();
  const offices = async () =>
    (await db().document.findMany({ where })).map(({ attributes }) => (attributes as Record<string, string>).office);
  expect(await offices()).toEqual(Array(5).fill('Spokesperson'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back.', { exact: true })).toBeVisible();
  expect(await offices()).toEqual(Array(5).fill(undefined));
});

async function choose(page: Page, name: string, buffer: Buffer) {
  const dialog = await adding(page);
  const files = dialog.getByLabel('Drop files or folders here, or choose files');
  await files.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return dialog;
}

/** Chooses a folder by the keyboard, with these files in it. */
async function chooseFolder(page: Page, files: Record<string, string>) {
  const dialog = await adding(page);
  const folder = test.info().outputPath('spring');
  for (const [name, words] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), words);
  }
  const asked = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a folder' }).press('Enter');
  await (await asked).setFiles(folder);
  return dialog;
}

/** Drops a file or a folder of this machine on the window, as from the desktop. */
async function dropped(page: Page, path: string) {
  const dialog = await adding(page);
  const { x, y } = (await dialog.getByText('Drop files or folders here').boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
}

async function adding(page: Page) {
  await page.getByRole('button', { name: 'Add documents' }).first().click();
  return page.getByRole('dialog', { name: 'Add documents' });
}

async function readAs(page: Page, encoding: string) {
  await page.getByRole('combobox', { name: 'Read it as' }).click();
  await page.getByRole('option', { name: encoding }).click();
}
