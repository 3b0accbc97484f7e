import { readFileSync } from 'node:fs';
import { gathered } from '@/lib/interchange/memory-archive';
import { recognised } from '@/lib/interchange/formats';
import { oneFile } from '@/lib/interchange/incoming';
import { expect, test } from './fixtures';

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
