import { readFileSync } from 'node:fs';
import { db } from '@/lib/db';
import { gathered } from '@/lib/interchange/memory-archive';
import { recognised } from '@/lib/interchange/formats';
import { oneFile } from '@/lib/interchange/incoming';
import { code, coding, document } from '@/prisma/builders';
import { expect, test } from './fixtures';
import { lookedAt } from './looking';

test('a project is taken away in other programs’ formats, each saying what it leaves behind', async ({
  owner,
  seat,
}) => {
  const { page } = await seat(owner.who, owner.member);
  await page.goto(`/projects/${owner.member.projectId}/export`);
  const refi = page.getByRole('article', { name: /^REFI-QDA project/ });
  await expect(refi).toContainText('NVivo, ATLAS.ti, MAXQDA');
  await expect(refi).toContainText('Not in it: rounds, finished marks and layers');

  for (const [name, format] of [
    ['project archive as ZIP', 'archive'],
    ['refi-qda project as QDPX', 'refi-qda-project'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `Download ${name}` }).click();
    const file = await download;
    const incoming = oneFile(file.suggestedFilename(), readFileSync(await file.path()));
    const found = await recognised(incoming);
    expect(found.name).toBe(format);
    const { project, members } = await gathered((await found.read(incoming)).archive);
    expect([project.title, ...members.map((member) => member.name)]).toEqual(['Statements on the war', 'Olga Owner']);
  }
});

test('tables come in two flavours, an Excel workbook in one', async ({ owner, seat }) => {
  const { page } = await seat(owner.who, owner.member);
  await page.goto(`/projects/${owner.member.projectId}/export`);
  const workbook = page.getByRole('article', { name: /^Excel workbook/ });
  await expect(workbook.getByRole('link')).toHaveText(['XLSX']);
  const matrix = page.getByRole('article', { name: /^Units by codes/ });
  await expect(matrix.getByRole('link')).toHaveText(['CSV', 'CSV for Excel']);
  await matrix.getByText(/columns$/).click();
  await expect(matrix.getByText('Only then does silence mean no.')).toBeVisible();
});

test('a download shows how far it is and that it is whole; one that stands still is cancelled from the page', async ({
  owner: { who, member },
  seat,
}) => {
  const text = 'Moscow called for restraint. It warned of escalation.';
  const [documentId, codeId] = [await document(member, { text }), await code(member, { name: 'Calm' })];
  for (const quote of ['restraint', 'escalation']) await coding(member, { documentId, codeId, text, quote });
  const { page } = await seat(who, member);
  await page.goto(`/projects/${member.projectId}/export`);
  await expect(page.getByText('2 codings in 1 document.')).toBeVisible();
  const link = page.getByRole('link', { name: 'Download coded passages as CSV', exact: true });
  const shown = page.getByRole('region', { name: 'Download of coded passages as CSV', exact: true });

  const arrived = page.waitForEvent('download');
  await link.click();
  await expect(shown.getByText(/^All of it is written, 2 codings in \d kB\./)).toBeVisible();
  expect(readFileSync(await (await arrived).path(), 'utf8')).toContain('escalation');
  await shown.getByRole('button', { name: 'Close' }).click();
  await expect(shown).toHaveCount(0);

  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE coding`;
      await link.click();
      await expect(shown.getByText('0 of 2 codings')).toBeVisible();
      await expect(shown.getByRole('progressbar', { name: 'How far the download is' })).toBeVisible();
      await lookedAt(page, 'export-downloading');
      await shown.getByRole('button', { name: 'Cancel the download' }).click();
      await expect(shown.getByText('Cancelled before it began.')).toBeVisible();
    },
    { timeout: 60_000 },
  );
  await expect(shown.getByRole('button', { name: 'Cancel the download' })).toHaveCount(0);
});
