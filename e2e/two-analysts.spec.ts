import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { code } from '@/prisma/builders';
import { db } from '@/lib/db';
import { expect, test } from './fixtures';
import { addByPasting, addByUpload } from './importing';
import { dragOver, hereIn, inLane, saved, selectLine, textOf } from './reading';

/** The article that analysts really work on, where it is at hand; else a text of our own that does as well. */
const commentary = '../shared/corpus/russia-iran-commentary.txt';
const own = 'samples/statements/04-op-ed.md';

/**
 * Ten sentences, one to a line. Ann puts Stability on lines 1, 2, 3 and 4, Ben on lines 1, 2, 3 and 5. So of N = 10
 * sentences both say yes to 3, only Ann to 1, only Ben to 1, and neither to 5. Worked by hand:
 *
 * - percent agreement: (3 + 5) / 10 = .8
 * - Cohen's kappa: each says yes to 4 of 10, so chance agreement is .4·.4 + .6·.6 = .52, and (.8 − .52) / .48 = .583
 * - Krippendorff's alpha, nominal: 20 decisions, 8 yes and 12 no; observed disagreement 4/20 = .2, expected
 *   2·8·12 / (20·19) = .505263; 1 − .2/.505263 = .604
 */
const tenSentences = [
  'We want a stable region.',
  'Calm must return to the Gulf.',
  'Nobody gains from disorder.',
  'Talks keep the peace.',
  'Order is worth a compromise.',
  'The harvest was late this year.',
  'The minister flew home on Tuesday.',
  'Questions were taken in writing.',
  'The room was full.',
  'Thank you for coming.',
];

test('two analysts code the same article, see each other’s work arrive, read how far they agree, and take the data away', async ({
  owner,
  colleague,
  seat,
}) => {
  test.setTimeout(180_000);
  const ann = await seat(owner.who, owner.member);
  const second = await colleague('coder', 'Ben Coder');
  const ben = await seat(second.who, second.member);
  const { projectId } = owner.member;
  await code(owner.member, { name: 'Stability', shortcut: 's', color: '#1c7ed6', definition: 'Order as a good in itself.' });
  await code(owner.member, { name: 'Anti-US narrative', shortcut: 'a', color: '#c92a2a' });

  const file = existsSync(commentary) ? commentary : own;
  const article = readFileSync(file, 'utf8').replace(/^\ufeff/, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  await ann.page.goto(`/projects/${projectId}`);
  await addByUpload(ann.page, file, 'The article');
  await addByPasting(ann.page, tenSentences.join('\n'), 'Ten sentences');
  const address = async (title: string) =>
    `/projects/${projectId}/documents/${(await db().document.findFirstOrThrow({ where: { projectId, title } })).id}`;

  await test.step('Ann codes the article with the mouse; it appears at Ben’s without a reload', async () => {
    await ann.page.goto(await address('The article'));
    await expect(textOf(ann.page)).toBeVisible();
    const place = await textOf(ann.page).boundingBox();
    await ben.page.goto(await address('The article'));
    await expect(textOf(ben.page)).toBeVisible();
    await expect(hereIn(ann.page)).toHaveAccessibleName('Here now: Ben Coder');
    expect(await textOf(ann.page).boundingBox(), 'the text stays where it was').toEqual(place);
    await expect(hereIn(ben.page)).toHaveAccessibleName('Here now: Olga Owner');
    const paragraph = article.split('\n').find((line) => line.length > 200)!;
    const quote = paragraph.slice(0, paragraph.indexOf(' ', 40));
    await dragOver(ann.page, quote);
    await ann.page.getByRole('treeitem', { name: /^Stability/ }).click();
    await expect(inLane(ann.page, 'Stability by Olga Owner')).toBeVisible();
    await expect(inLane(ben.page, 'Stability by Olga Owner')).toBeVisible();
    await saved(ann.page);
  });

  await test.step('who goes is no longer shown as being there', async () => {
    await ben.page.goto(`/projects/${projectId}/codebook`);
    await expect(hereIn(ann.page)).toHaveCount(0);
    await ben.page.goBack();
    await expect(hereIn(ann.page)).toBeVisible();
  });

  await test.step('a second code on the same words, by the picker, is a second coding', async () => {
    await ann.page.keyboard.press('/');
    await ann.page.getByRole('dialog').getByRole('combobox').fill('anti');
    await ann.page.keyboard.press('Enter');
    await expect(inLane(ann.page, 'Anti-US narrative by Olga Owner')).toBeVisible();
    await expect(inLane(ben.page, 'Anti-US narrative by Olga Owner')).toBeVisible();
  });

  await test.step('Ann deletes it, takes that back, and Ben sees both', async () => {
    await inLane(ann.page, 'Anti-US narrative by Olga Owner').click();
    await textOf(ann.page).focus();
    await ann.page.keyboard.press('Delete');
    await expect(inLane(ben.page, 'Anti-US narrative by Olga Owner')).toHaveCount(0);
    await ann.page.keyboard.press('Control+z');
    await expect(inLane(ben.page, 'Anti-US narrative by Olga Owner')).toBeVisible();
  });

  await test.step('a memo on it is there for the other, too', async () => {
    await inLane(ann.page, 'Anti-US narrative by Olga Owner').click();
    await ann.page.getByRole('textbox', { name: 'Memo on Anti-US narrative' }).click();
    await ann.page.getByRole('toolbar', { name: 'Form of the memo' }).waitFor();
    await ann.page.keyboard.insertText('Blames Washington, – “again”.');
    await ann.page.keyboard.press('Control+Enter');
    await saved(ann.page);
    await inLane(ben.page, 'Anti-US narrative by Olga Owner').click();
    await expect(ben.page.getByText('Blames Washington, – “again”.')).toBeVisible();
  });

  await test.step('both code the ten sentences with keys alone and say that they are done', async () => {
    for (const [who, lines] of [
      [ann, [0, 1, 2, 3]],
      [ben, [0, 1, 2, 4]],
    ] as const) {
      await who.page.goto(await address('Ten sentences'));
      await expect(textOf(who.page)).toBeVisible();
      for (const line of lines) {
        await selectLine(who.page, line);
        await who.page.keyboard.press('s');
        await expect(inLane(who.page, `Stability by ${who.who.name}: “${tenSentences[line]}”`)).toBeVisible();
      }
      await who.page.keyboard.press('Shift+F');
      await expect(who.page.getByRole('button', { name: 'Finished' })).toHaveAttribute('aria-pressed', 'true');
      await saved(who.page);
    }
  });

  await test.step('the agreement page shows what was worked out by hand, and who is left out', async () => {
    await ann.page.goto(`/projects/${projectId}/agreement`);
    const row = ann.page.getByRole('row', { name: /Stability/ }).first();
    await expect(row.getByRole('cell')).toContainText(['40.0%', '8', '10', '1', '80.0%', '0.604']);
    await row.getByRole('button').click();
    await expect(ann.page.getByText('0.583').first()).toBeVisible();
    await expect(ann.page.getByText('The article').first()).toBeVisible();
  });

  await test.step('a click leads to the sentences on which they differ, and another to the passage', async () => {
    await ann.page.getByRole('link', { name: '2 differences on Stability' }).click();
    await expect(ann.page.getByText(tenSentences[3]!, { exact: true })).toBeVisible();
    await expect(ann.page.getByText(tenSentences[4]!, { exact: true })).toBeVisible();
    await ann.page.getByRole('link', { name: 'Open the passage' }).first().click();
    await expect(textOf(ann.page)).toBeVisible();
    expect(new URL(ann.page.url()).search).toMatch(/at=\d+-\d+/);
  });

  await test.step('the CSV holds one row per coding, and every quote is the slice that its numbers say', async () => {
    await ann.page.goto(`/projects/${projectId}/export`);
    const download = ann.page.waitForEvent('download');
    await ann.page.getByRole('link', { name: 'Download coded passages as CSV', exact: true }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv.startsWith('\ufeff')).toBe(false);
    const rows = parse(csv, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(rows).toHaveLength(10);
    const texts: Record<string, string> = { 'The article': article, 'Ten sentences': tenSentences.join('\n') };
    for (const row of rows) {
      const text = texts[row.document!]!;
      expect(text.slice(Number(row.start_utf16), Number(row.end_utf16))).toBe(row.quote);
      expect([...text].slice(Number(row.start_cp), Number(row.end_cp)).join('')).toBe(row.quote);
    }
    expect(rows.filter(({ coder }) => coder === 'Ben Coder')).toHaveLength(4);
    expect(rows.map(({ memo }) => memo)).toContain('Blames Washington, – “again”.');
  });
});
