import { db } from '@/lib/db';
import { everything } from '@/lib/interchange';
import { archive } from '@/lib/interchange/formats/archive';
import { refiProject } from '@/lib/interchange/formats/refi-project';
import { memoryArchive } from '@/lib/interchange/memory-archive';
import { openArchive } from '@/lib/interchange/store';
import { wholeFile } from '@/lib/interchange/testing/whole-file';
import { studyWithRound } from '@/lib/testing/elsewhere';
import { code, coding, document, joined, person, project } from '@/prisma/builders';
import { expect, test } from './fixtures';
import { lookedAt } from './looking';

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';

/** A study of two coders, as another program would hand it over. */
async function theirProject(): Promise<Buffer> {
  const cleo = await project(await person({ name: 'Cleo Coder' }), 'A study from elsewhere');
  const ben = await joined(cleo, await person({ name: 'Ben Bold' }), 'coder');
  const documentId = await document(cleo, { title: 'A note from elsewhere', text });
  const codeId = await code(cleo, { name: 'Restraint' });
  await coding(cleo, { documentId, codeId, text, quote: 'called for restraint' });
  await coding(ben, { documentId, codeId, text, quote: 'warned of escalation' });
  const signal = new AbortController().signal;
  const opened = await openArchive(cleo, { selection: everything, signal });
  return Buffer.from(await wholeFile(refiProject.write!(opened, 'exact')));
}

test('another program’s project is looked at, comes in under members and placeholders, is claimed and withdrawn', async ({
  owner,
  colleague,
  seat,
}) => {
  test.setTimeout(120_000);
  await colleague('coder', 'Ben Bold');
  const { page, member } = await seat(owner.who, owner.member);
  await page.goto(`/projects/${member.projectId}`);
  await page.getByRole('link', { name: 'Import a project file' }).click();
  const tab = page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Documents' });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await lookedAt(page, 'import-choosing');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'theirs.qdpx', mimeType: 'application/zip', buffer: await theirProject() });
  await expect(page.getByText('REFI-QDA project: 1 document, 1 code, 2 codings. Nothing is stored yet.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Who Ben Bold is in this project' })).toHaveValue('Ben Bold');
  await expect(page.getByRole('combobox', { name: 'Who Cleo Coder is in this project' })).toHaveValue(
    'A placeholder “Cleo Coder”',
  );
  await expect(page.getByText('REFI-QDA project never carries:')).toBeVisible();
  expect(await db().document.count({ where: { projectId: member.projectId } })).toBe(0);
  await lookedAt(page, 'import-looking');

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: '“theirs.qdpx” came in' })).toBeVisible();
  await expect(page.getByText('1 new document')).toBeVisible();
  await lookedAt(page, 'import-landed');
  await page.getByRole('link', { name: 'Open the documents' }).click();
  await page.getByRole('link', { name: 'A note from elsewhere' }).click();
  await expect(page.getByText('Moscow called for restraint.')).toBeVisible();
  await expect(page.getByText('Restraint').first()).toBeVisible();

  await page.goto(`/projects/${member.projectId}/members`);
  await expect(page.getByText('placeholder, from an import')).toBeVisible();
  await lookedAt(page, 'members-placeholder');
  await page.getByRole('button', { name: 'Hand to a member: the codings of Cleo Coder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who is Cleo Coder?' });
  await lookedAt(page, 'members-claiming');
  await dialog.getByRole('combobox', { name: 'Member' }).click();
  await page.getByRole('option', { name: 'Olga Owner' }).click();
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('heading', { name: 'Former members' })).toBeVisible();
  const coders = await db().coding.findMany({ where: { projectId: member.projectId }, select: { coderId: true } });
  expect(coders.map(({ coderId }) => coderId)).toContain(owner.who.id);

  await page.goto(`/projects/${member.projectId}/history`);
  await page.getByRole('button', { name: 'Withdraw the import of theirs.qdpx' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookedAt(page, 'history-withdrawing');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('withdrew the import of “theirs.qdpx”')).toBeVisible();
  await expect(page.getByText('(taken back)')).toBeVisible();
  await page.goto(`/projects/${member.projectId}`);
  await expect(page.getByRole('heading', { name: 'No documents yet' })).toBeVisible();
});

test('an archive becomes a project of its own, rounds and all, and a file that is no project is refused in words and leaves nothing', async ({
  owner,
  seat,
}) => {
  const { page } = await seat(owner.who, owner.member);
  await page.goto('/projects');
  await page.getByRole('link', { name: 'Import a project file' }).click();
  const file = page.locator('input[type=file]').first();
  await file.setInputFiles({
    name: 'broken.qdpx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK no zip at all'),
  });
  await expect(page.getByRole('alert').filter({ hasText: /\w/ }).first()).toBeVisible();
  const bytes = await wholeFile(archive.write!(memoryArchive(await studyWithRound()), 'exact'));
  await file.setInputFiles({ name: 'theirs.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await expect(page.getByText(/2 finished marks, 1 round, 1 settled passage, 1 comment\./)).toBeVisible();
  await page.getByRole('button', { name: 'Make a project of it' }).click();
  await expect(page.getByText('1 closed round, 1 settled passage, 1 comment')).toBeVisible();
  await lookedAt(page, 'import-landed-archive');
  await page.getByRole('link', { name: 'Open the documents' }).click();
  await expect(page.getByRole('link', { name: 'Elsewhere' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Theirs' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Rounds' }).click();
  await expect(page.getByRole('heading', { name: 'Pilot' })).toBeVisible();
  await page.getByText('Who has finished what').click();
  await expect(page.getByRole('columnheader', { name: 'Cleo' })).toBeVisible();
  await page.getByRole('link', { name: 'Settle differences' }).click();
  await expect(page.getByText('1 of 2 differences settled')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Differences' })
    .getByRole('button', { name: /settled/ })
    .click();
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('By Cleo');
  await expect(page.getByRole('region', { name: 'Discussion' })).toContainText('@Cleo, is that so?');
});
