import { expect, type Page } from '@playwright/test';

/** Adds a document from a file, as somebody on the documents page does. */
export async function addByUpload(page: Page, file: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add documents' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await dialog.locator('input[type=file]').setInputFiles(file);
  await add(page, title);
}

/** Adds a document from pasted text. */
export async function addByPasting(page: Page, text: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add documents' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await dialog.getByLabel('Or paste a text').fill(text);
  await dialog.getByRole('button', { name: 'Use this text' }).click();
  await add(page, title);
}

async function add(page: Page, title: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await dialog.getByRole('button', { name: 'Add 1 document' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
}
