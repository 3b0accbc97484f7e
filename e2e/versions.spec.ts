import { change, code, coding, document, joined, person } from '@/prisma/builders';
import { expect, test } from './fixtures';
import { lookedAt } from './looking';

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';

test('a definition changes with a note; a coder looks at their codings again by key, and every step can be taken back', async ({
  owner,
  colleague,
  seat,
}) => {
  const ben = await colleague('coder', 'Ben');
  const documentId = await document(owner.member, { text, title: 'A briefing' });
  const blame = await code(owner.member, { name: 'Blame', definition: 'Names a culprit.' });
  await code(owner.member, { name: 'Warning' });
  for (const quote of ['restraint', 'escalation', 'Washington'])
    await coding(ben.member, { documentId, codeId: blame, text, quote });
  const [{ page }, theirs] = [await seat(owner.who, owner.member), await seat(ben.who, ben.member)];
  const codebook = `/projects/${owner.member.projectId}/codebook`;

  await page.goto(`${codebook}?code=${blame}`);
  const definition = page.getByRole('textbox', { name: 'Definition' });
  await expect(async () => {
    await definition.fill('Names who is guilty, a country or a person.');
    await expect(definition).toHaveValue('Names who is guilty, a country or a person.');
    await expect(page.getByText('This makes codebook version 4.')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('textbox', { name: 'Note for the coders' }).fill('Culprits can be countries, too.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Everything is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Versions of “Blame”' }).click();
  await expect(page.getByRole('listitem', { name: /^Version 4/ })).toContainText('Culprits can be countries, too.');
  await expect(page.getByRole('deletion')).toHaveText(['culprit']);
  await lookedAt(page, 'versions');

  const review = theirs.page;
  await review.goto(codebook);
  await review.getByRole('link', { name: 'Look at them again' }).click();
  await expect(review.getByRole('status').getByText('3 codings to look at')).toBeVisible();
  await lookedAt(review, 'review');
  await review.keyboard.press('j');
  await review.keyboard.press('Enter');
  await review.keyboard.press('r');
  await review.getByRole('combobox', { name: 'Find a code' }).fill('warn');
  await review.keyboard.press('Enter');
  await expect(review.getByText('Recoded to “Warning”.')).toBeVisible();
  await review.getByRole('button', { name: 'Drop' }).click();
  await expect(review.getByText('All of these are settled.')).toBeVisible();
  await review.keyboard.press('Control+z');
  await expect(review.getByRole('status').getByText('1 coding to look at')).toBeVisible();
  await review.keyboard.press('Control+z');
  await expect(review.getByRole('status').getByText('2 codings to look at')).toBeVisible();
  await review.reload();
  await expect(review.getByRole('status').getByText('2 codings to look at')).toBeVisible();
  await review.getByRole('link', { name: 'Open in the text' }).first().click();
  await expect(review).toHaveURL(/#coding-/);

  await page.goto(`/projects/${owner.member.projectId}/history?code=${blame}`);
  await expect(page.getByText('stood by “Blame” in “A briefing” under codebook version 4')).toBeVisible();
  await expect(page.getByText('recoded “Blame” to “Warning”').first()).toBeVisible();
  await lookedAt(page, 'history-of-code');
  await page.getByRole('button', { name: /^Undo: Olga Owner changed definition of “Blame”/ }).click();
  await expect(page.getByText('(taken back)').last()).toBeVisible();
  await expect(page.getByText('(undo)').first()).toBeVisible();
});

test('an undo after a reload is refused in words where a colleague has changed the same since, and a deleted project comes back', async ({
  owner,
  seat,
}) => {
  const ann = await joined(owner.member, await person({ name: 'Ann' }), 'owner');
  const blame = await code(owner.member, { name: 'Blame', definition: 'Names a culprit.' });
  const edit = (by: typeof ann, set: object) => change(by, 'code.edit', { id: blame, set });
  await edit(owner.member, { useWhen: 'A person is named.' });
  await edit(owner.member, { definition: 'Mine.' });
  await edit(ann, { definition: 'Hers.' });
  const { page } = await seat(owner.who, owner.member);
  const project = `/projects/${owner.member.projectId}`;
  await page.goto(`${project}/codebook?code=${blame}`);
  await page.getByRole('treeitem', { name: 'Blame' }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Ann has changed the definition of “Blame” since.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Definition' })).toHaveValue('Hers.');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Use when' })).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Definition' })).toHaveValue('Hers.');

  await page.goto(`${project}/settings`);
  await page.getByRole('button', { name: 'Delete this project…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this project?' });
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('Statements on the war');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/projects$/);
  await lookedAt(page, 'deleted-projects');
  expect((await page.request.get(project)).status()).toBe(404);
  await page.getByRole('button', { name: 'Bring back Statements on the war' }).click();
  await page.getByRole('link', { name: 'Statements on the war' }).click();
  await expect(page).toHaveURL(new RegExp(`${project}$`));
});
