import type { Page } from '@playwright/test';
import { change, code, coding, document } from '@/prisma/builders';
import { expect, test } from './fixtures';
import { accessible } from './looking';
import { saved } from './reading';

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';

function row(page: Page, name: string) {
  return page.getByRole('tree', { name: 'Codes' }).getByRole('treeitem', { name });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`two codes are merged on the codebook’s page with keys alone, and parted again by undoing (${scheme})`, async ({
    owner,
    colleague,
    seat,
  }) => {
    const ben = await colleague('coder', 'Ben');
    const documentId = await document(owner.member, { text });
    const accusation = await code(owner.member, { name: 'Accusation', definition: 'Says who is guilty.' });
    const blame = await code(owner.member, { name: 'Blame', definition: 'Names a culprit.' });
    await code(owner.member, { name: 'Threat', parentId: accusation });
    await coding(ben.member, { documentId, codeId: accusation, text, quote: 'blamed Washington', memo: 'guilty' });
    await coding(ben.member, { documentId, codeId: blame, text, quote: 'blamed Washington', memo: 'culprit' });
    const { page } = await seat(owner.who, owner.member);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(`/projects/${owner.member.projectId}/codebook?code=${accusation}`);
    await page.getByRole('button', { name: 'Merge into…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Merge “Accusation” into…' });
    await expect(dialog.getByRole('button', { name: 'Merge' })).toBeDisabled();
    await dialog.getByRole('combobox', { name: 'The code that stays' }).pressSequentially('bla');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('1 coding that you can see will have “Blame” instead of “Accusation”.');
    await expect(dialog).toContainText('The code inside “Accusation” goes under “Blame”.');
    await accessible(page);
    await page.screenshot({ path: `test-results/screens/merge-${scheme}.png` });
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await expect(row(page, 'Accusation')).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Definition' })).toHaveValue(
      'Names a culprit.\n\nSays who is guilty.',
    );
    await expect(row(page, 'Threat')).toHaveAttribute('aria-level', '2');
    await row(page, 'Blame').focus();
    await page.keyboard.press('Control+z');
    await expect(row(page, 'Accusation')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Definition' })).toHaveValue('Names a culprit.');
  });
}

test('a code is renamed, recoloured, moved, archived and merged beside the text, and everybody’s codings follow at once', async ({
  owner,
  colleague,
  seat,
}) => {
  const ben = await colleague('coder', 'Ben');
  const documentId = await document(owner.member, { text });
  const accusation = await code(owner.member, { name: 'Accusation' });
  await code(owner.member, { name: 'Blame', shortcut: 'b' });
  await coding(ben.member, { documentId, codeId: accusation, text, quote: 'blamed Washington' });
  const address = `/projects/${owner.member.projectId}/documents/${documentId}`;
  const [mine, theirs] = [await seat(owner.who, owner.member), await seat(ben.who, ben.member)];
  for (const { page } of [mine, theirs]) await page.goto(address);
  const { page } = mine;
  await expect(row(theirs.page, 'Accusation')).toContainText('1');
  await expect(theirs.page.getByRole('button', { name: /^More about/ })).toHaveCount(0);

  await row(page, 'Blame').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Name, key and colour…' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit “Blame”' });
  await edit.getByRole('textbox', { name: 'Shortcut' }).fill('j');
  await expect(edit).toContainText('“j” steps through the passages in the workspace. Choose another key.');
  await expect(edit.getByRole('button', { name: 'Save' })).toBeDisabled();
  await edit.getByRole('textbox', { name: 'Shortcut' }).fill('s');
  await edit.getByRole('textbox', { name: 'Name' }).fill('Scapegoat');
  await edit.getByRole('radio', { name: 'Plum' }).check({ force: true });
  await accessible(page);
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(row(theirs.page, 'Scapegoat')).toBeVisible();

  await row(page, 'Scapegoat').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(row(theirs.page, 'Scapegoat')).toHaveAttribute('aria-level', '2');
  await expect(row(page, 'Scapegoat')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row(theirs.page, 'Scapegoat')).toHaveAttribute('aria-level', '1');
  await row(page, 'Scapegoat').dragTo(row(page, 'Accusation'), { targetPosition: { x: 60, y: 2 } });
  await expect(page.getByRole('treeitem').first()).toContainText('Scapegoat');

  await row(page, 'Accusation').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge “Accusation” into…' });
  await merge.getByRole('combobox', { name: 'The code that stays' }).fill('scape');
  await page.keyboard.press('Enter');
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  for (const each of [page, theirs.page]) {
    await expect(row(each, 'Accusation')).toHaveCount(0);
    await expect(row(each, 'Scapegoat')).toContainText('1');
  }
  await page.getByRole('textbox', { name: /^Text of/ }).click();
  await page.keyboard.press('Control+z');
  for (const each of [page, theirs.page]) await expect(row(each, 'Accusation')).toContainText('1');
  await row(page, 'Scapegoat').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(row(theirs.page, 'Scapegoat')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add a code' }).click();
  await page.getByRole('textbox', { name: 'Name of the new code' }).fill('Hope');
  await page.keyboard.press('Enter');
  await expect(row(theirs.page, 'Hope')).toBeVisible();
  await saved(page);
});

test('the counts beside the text and in the merge’s preview are of what one may see, not of sealed codings', async ({
  owner,
  colleague,
  seat,
}) => {
  const ben = await colleague('coder', 'Ben');
  const documentId = await document(owner.member, { text });
  const accusation = await code(owner.member, { name: 'Accusation' });
  await code(owner.member, { name: 'Blame' });
  await change(owner.member, 'round.open', {
    id: crypto.randomUUID(),
    title: 'Pilot',
    documentIds: [documentId],
    coderIds: [ben.member.userId],
  });
  await coding(ben.member, { documentId, codeId: accusation, text, quote: 'blamed Washington' });
  const { page } = await seat(owner.who, owner.member);
  await page.goto(`/projects/${owner.member.projectId}/documents/${documentId}`);
  await expect(row(page, 'Accusation')).not.toContainText('coding');
  await row(page, 'Accusation').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge “Accusation” into…' });
  await merge.getByRole('combobox', { name: 'The code that stays' }).fill('blame');
  await page.keyboard.press('Enter');
  await expect(merge).toContainText('No coding in this document that you can see has “Accusation”.');
});
