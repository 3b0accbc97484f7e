import { readFileSync } from 'node:fs';
import { db } from '@/lib/db';
import { gathered } from '@/lib/interchange/memory-archive';
import { recognised } from '@/lib/interchange/formats';
import { oneFile } from '@/lib/interchange/incoming';
import { code, document } from '@/prisma/builders';
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
  await expect(refi).toContainText(
    'Not in it: rounds, with what was settled and said in them, finished marks and layers',
  );

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

test('a download shows how far it is and that it is whole, and a long one is cancelled from the page', async ({
  owner: { who, member },
  seat,
}) => {
  test.setTimeout(120_000);
  const text = 'x'.repeat(60_000);
  const [documentId, codeId] = [await document(member, { text }), await code(member, { name: 'Calm' })];
  await db().$executeRaw`
    INSERT INTO coding (project_id, id, document_id, code_id, coder_id, layer, start, "end", quote, memo, codebook_version)
    SELECT ${member.projectId}::uuid, gen_random_uuid(), ${documentId}::uuid, ${codeId}::uuid, ${who.id}::uuid, 'coder',
      n, n + 1, 'x', '', 1 FROM generate_series(0, ${text.length - 1}) n`;
  const { page } = await seat(who, member);
  await page.goto(`/projects/${member.projectId}/export`);
  await expect(page.getByText('60,000 codings in 1 document.')).toBeVisible();
  const arrived = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download coded passages as CSV', exact: true }).click();
  const table = page.getByRole('region', { name: 'Download of coded passages as CSV', exact: true });
  await expect(table.getByText(/^All of it is written, 60,000 codings in \d+ MB\./)).toBeVisible();
  expect(readFileSync(await (await arrived).path(), 'utf8').split('\r\n')).toHaveLength(60_002);
  await lookedAt(page, 'export-downloaded');
  await table.getByRole('button', { name: 'Close' }).click();
  await expect(table).toHaveCount(0);

  await page.getByRole('link', { name: 'Download excel workbook as XLSX' }).click();
  const workbook = page.getByRole('region', { name: 'Download of excel workbook as XLSX' });
  await expect(workbook.getByText(/^[1-9][\d,]* of 60,000 codings/)).toBeVisible();
  await expect(workbook.getByRole('progressbar', { name: 'How far the download is' })).toBeVisible();
  await workbook.getByRole('button', { name: 'Cancel the download' }).click();
  await expect(workbook.getByText(/^Cancelled after/)).toBeVisible();
});
