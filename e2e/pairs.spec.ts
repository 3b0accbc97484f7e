import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { code, coding, document } from '@/prisma/builders';
import { expect, test } from './fixtures';
import { lookedAt } from './looking';
import { textOf } from './reading';

const original = [
  'بیانیه وزارت امور خارجه',
  'ما از همه طرف‌ها می‌خواهیم خویشتن‌داری کنند و به توافق‌هایی که در بهار امسال به دست آمد پایبند بمانند.',
  'ارسال سلاح تنها درگیری را طولانی‌تر می‌کند. مسئولیت پیامدهای آن بر عهده کسانی است که بر آن پافشاری می‌کنند و خودشان هم این را می‌دانند.',
  'ما بدون هیچ پیش‌شرطی آماده گفت‌وگو هستیم.',
];
/** The third paragraph of the original became two. */
const translation = [
  'Statement by the ministry',
  'We call on all sides to show restraint and to honour the agreements that were reached in the spring of this year.',
  'Deliveries of arms only prolong the conflict.',
  'Those who insist on them bear the responsibility for what follows, and they know it.',
  'We are ready for talks without preconditions.',
];
const texts = { original: original.join('\n\n'), translation: translation.join('\n\n') };

test('a translation is linked with its original, read and coded beside it, aligned by hand where need be, and exported with both quotes', async ({
  owner,
  colleague,
  seat,
}) => {
  const leyla = await colleague('coder', 'Leyla Aydin');
  const blame = await code(owner.member, { name: 'Blame', color: '#c92a2a', shortcut: 'b' });
  const restraint = await code(owner.member, { name: 'Restraint' });
  const persian = await document(owner.member, { title: 'بیانیه', text: texts.original });
  const english = await document(owner.member, { title: 'Statement', text: texts.translation });
  await coding(leyla.member, {
    documentId: persian,
    codeId: blame,
    text: texts.original,
    quote: 'مسئولیت پیامدهای آن',
  });
  await coding(owner.member, { documentId: english, codeId: restraint, text: texts.translation, quote: 'restraint' });
  const { page } = await seat(owner.who, owner.member);
  const home = `/projects/${owner.member.projectId}`;

  await page.goto(home);
  await page.getByRole('button', { name: 'More about Statement' }).click();
  await page.getByRole('menuitem', { name: 'Title and attributes' }).click();
  await page.getByRole('combobox', { name: 'Translation of' }).click();
  await page.getByRole('option', { name: 'بیانیه' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.goto(`${home}/documents/${english}`);
  await expect(page.getByRole('link', { name: 'بیانیه' }).last()).toBeVisible();
  await textOf(page).getByText('We call on').click();
  await page.keyboard.press('Shift+T');
  const beside = page.getByRole('textbox', { name: 'Original: بیانیه' });
  await expect(beside).toBeFocused();
  await expect(beside).toHaveAttribute('lang', 'fa');
  await expect(beside).toHaveAttribute('dir', 'rtl');

  const across = page.getByRole('group', { name: 'Coded in the original' });
  const mark = across.getByRole('button', {
    name: 'Blame by Leyla Aydin in the original: “مسئولیت پیامدهای آن”',
  });
  await expect(mark).toHaveCount(1);
  await mark.click();
  const back = page
    .getByRole('group', { name: 'Coded in the translation' })
    .getByRole('button', { name: /^Restraint by Olga Owner/ });
  await back.click();
  await expect(page.getByRole('region', { name: 'Selected passage' }).getByRole('listitem')).toContainText('Restraint');
  await lookedAt(page, 'workspace-pair');

  expect(await acrossFrom(page, home)).toEqual([
    ['Blame', 'original', 'Statement', 'en', `${translation[2]}\n\n${translation[3]}`],
    ['Restraint', 'translation', 'بیانیه', 'fa', original[1]],
  ]);

  await page.getByRole('button', { name: 'Correct' }).click();
  await textOf(page).getByText('Deliveries of arms').click();
  await beside.getByText('ما از همه').click();
  await expect(page.getByText('Paragraph 3 of the translation, paragraph 2 of the original')).toBeVisible();
  await lookedAt(page, 'workspace-pair-correcting');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'Put together by hand' })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Take apart' })).toBeEnabled();
  await expect.poll(async () => (await acrossFrom(page, home))[0]?.at(-1)).toBe(translation[3]);
  await textOf(page).getByText('We call on').click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('img', { name: 'Put together by hand' })).toHaveCount(0);
  await expect
    .poll(async () => (await acrossFrom(page, home))[0]?.at(-1))
    .toBe(`${translation[2]}\n\n${translation[3]}`);
});

/** What the CSV says of each coding: its code, and what stands across from it. */
async function acrossFrom(page: Page, home: string): Promise<string[][]> {
  const answer = await page.request.get(`/api${home}/export/coded-passages.csv?flavour=exact`);
  const rows: Record<string, string>[] = parse(await answer.text(), { columns: true });
  return rows
    .map((row) => ['code', 'coded_side', 'pair_document', 'pair_language', 'pair_quote'].map((name) => row[name] ?? ''))
    .sort(([a], [b]) => (a! < b! ? -1 : 1));
}
