import type { Page } from '@playwright/test';
import { code, document as statement, joined, person, project } from '@/prisma/builders';
import { crowd, crowded } from './crowd';
import { demoDocument, demoPerson } from './demo';
import { expect, test } from './fixtures';
import { lookedAt, pageFor } from './looking';
import { dragOver, textOf } from './reading';

/** What opens over the workspace, and what to do to see it. */
const opened: Record<string, (page: Page) => Promise<void>> = {
  find: async (page) => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('strait');
    await expect(page.getByText(/1 of \d/)).toBeVisible();
  },
  'code-all': async (page) => {
    await dragOver(page, 'the Strait');
    await page.keyboard.press('Shift+A');
    await expect(page.getByRole('dialog', { name: /^Code all/ })).toBeVisible();
  },
  picker: async (page) => {
    await dragOver(page, 'the Strait');
    await page.keyboard.press('/');
    await expect(page.getByRole('combobox', { name: 'Find a code' })).toBeVisible();
  },
  filter: async (page) => {
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByText('Dim the rest').click();
    await page.getByRole('checkbox', { name: /^Marek/ }).uncheck();
  },
  keys: async (page) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  },
  passage: async (page) => {
    await page
      .getByRole('group', { name: 'Codings beside the text' })
      .getByRole('button', { name: /by Leyla/ })
      .first()
      .click();
    await expect(page.getByRole('region', { name: 'Selected passage' }).getByRole('listitem').first()).toBeVisible();
  },
};

for (const [name, show] of Object.entries(opened)) {
  test(`the workspace with ${name} open is readable for everyone, in light and dark`, async ({ browser }) => {
    const { who, member } = await demoPerson('leyla');
    const page = await pageFor(browser, who);
    await page.goto(`/projects/${member.projectId}/documents/${await demoDocument('briefing')}`);
    await expect(
      page.getByRole('group', { name: 'Codings beside the text' }).getByRole('button').first(),
    ).toBeVisible();
    await textOf(page).focus();
    await show(page);
    await lookedAt(page, `workspace-${name}`);
    await page.context().close();
  });
}

test('a sentence under a crowd of codings is readable for everyone, in light and dark', async ({ browser }) => {
  const who = await person({ name: 'Ann Owner' });
  const owner = await project(who, 'A crowded study');
  const ben = await joined(owner, await person({ name: 'Ben Coder' }), 'coder');
  const codes = [];
  for (const [name, color] of crowd.codes) codes.push(await code(owner, { name, color }));
  const documentId = await statement(owner, { text: crowd.text, title: 'A statement that everybody codes' });
  await crowded([owner, ben], documentId, codes);
  const page = await pageFor(browser, who);
  await page.goto(`/projects/${owner.projectId}/documents/${documentId}`);
  await expect(page.getByRole('button', { name: /more codings here/ }).first()).toBeVisible();
  await lookedAt(page, 'workspace-crowd');
  await page.context().close();
});
