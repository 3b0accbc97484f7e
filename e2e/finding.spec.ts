import type { Page } from '@playwright/test';
import { code, document as statement } from '@/prisma/builders';
import { expect, test, type Seat } from './fixtures';
import { marks } from './marks';
import { inLane, textOf } from './reading';

async function open({ page, member }: Seat, text: string): Promise<Page> {
  await code(member, { name: 'Stability', shortcut: 's' });
  await page.goto(`/projects/${member.projectId}/documents/${await statement(member, { text })}`);
  await expect(textOf(page)).toBeVisible();
  return page;
}

function bar(page: Page) {
  return page.getByRole('search', { name: 'In this document' });
}

/** The words that are marked as found, and those of the find that is looked at. */
async function marked(page: Page): Promise<{ found: string[]; aim: string[] }> {
  const all = await marks(page);
  const words = (layer: string) => all.filter((mark) => mark.layer === layer).map((mark) => mark.words);
  return { found: words('found').sort(), aim: words('aim') };
}

test('find goes from one place to the next and round again, and leaves the find selected, ready for a code', async ({
  owner,
  seat,
}) => {
  const page = await open(await seat(owner.who, owner.member), 'Calm first. Then more calm.\nAnd CALM at last.');
  await textOf(page).focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('calm');
  await expect(bar(page).getByText('1 of 3')).toBeVisible();
  expect(await marked(page)).toEqual({ found: ['CALM', 'calm'], aim: ['Calm'] });
  for (const place of ['2 of 3', '3 of 3', '1 of 3']) {
    await page.keyboard.press('Enter');
    await expect(bar(page).getByText(place)).toBeVisible();
  }
  await page.keyboard.press('Shift+Enter');
  await expect(bar(page).getByText('3 of 3')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  expect(await marked(page)).toEqual({ found: [], aim: [] });
  await page.keyboard.press('s');
  await expect(inLane(page, '“CALM”')).toBeVisible();
});

test('find overlooks what writers vary: case, ё and е, points and letters of Arabic, Persian and Hebrew', async ({
  owner,
  seat,
}) => {
  const page = await open(
    await seat(owner.who, owner.member),
    'Ещё одна ЁЛКА и елка.\nكِتَابٌ و کتاب و كتاب\nשָׁלוֹם ושלום\nErdoğan and Erdogan',
  );
  await page.getByRole('button', { name: 'Find in this document (Ctrl+F)' }).click();
  const field = bar(page).getByRole('textbox', { name: 'Find in this document' });
  for (const [query, count] of [
    ['елка', 2],
    ['کتاب', 3],
    ['שלום', 2],
    ['erdogan', 1],
  ] as const) {
    await field.fill(query);
    await expect(bar(page).getByText(`1 of ${count}`)).toBeVisible();
  }
  await bar(page).getByRole('checkbox', { name: 'Match accents' }).uncheck();
  await expect(bar(page).getByText('1 of 2')).toBeVisible();
  await field.fill('שלום');
  await bar(page).getByRole('checkbox', { name: 'Whole words' }).check();
  await expect(bar(page).getByText('1 of 1')).toBeVisible();
  await field.fill('nowhere');
  await expect(bar(page).getByText('Not found')).toBeVisible();
});

test('what was found can be coded everywhere at once', async ({ owner, seat }) => {
  const page = await open(await seat(owner.who, owner.member), 'Calm first. Then more calm.\nAnd CALM at last.');
  await page.getByRole('button', { name: 'Find in this document (Ctrl+F)' }).click();
  await page.keyboard.type('calm');
  await bar(page).getByRole('button', { name: 'Code all…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Code all “calm”' });
  await dialog.getByRole('combobox', { name: 'Code' }).click();
  await page.getByRole('option', { name: 'Stability' }).click();
  await dialog.getByRole('button', { name: 'Code 3 passages' }).click();
  await expect(
    page.getByRole('group', { name: 'Codings beside the text' }).getByRole('button', { name: /Stability/ }),
  ).toHaveCount(3);
});
