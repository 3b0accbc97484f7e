import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { db } from '@/lib/db';
import { snap, trimmed, type Span } from '@/lib/text';
import { anySpan, anyText } from '@/lib/text/testing/any-text';
import { change, code, document as statement } from '@/prisma/builders';
import { expect, test, type Seat } from './fixtures';
import { marks } from './marks';
import { inLane, saved, textOf, toTop } from './reading';

/** One statement a script, of three lines; the second is what gets coded. */
const statements = {
  Persian: [
    'دولت ایران امروز بیانیه‌ای داد.',
    'ما خواهان ثبات در منطقه هستیم، اما NATO در سال 2023 چنین نخواست.',
    'پایان بیانیه.',
  ],
  Arabic: ['صدر البيان اليوم.', 'نريد الاستقرار في الخليج، وقال Ivan Petrov في 9 مارس إنّ ذلك ممكن.', 'انتهى البيان.'],
  Hebrew: ['ההצהרה פורסמה היום.', 'אנחנו רוצים יציבות, ו־NATO הודיע ב־2023 על צה"ל.', 'סוף ההצהרה.'],
  Russian: [
    'Заявление сделано сегодня.',
    'Мы выступаем за стабильность, ещё раз повторил й-представитель МИД.',
    'Конец.',
  ],
  Chinese: ['声明今日发表。', '我们主张中东和平与稳定，反对一切外来干涉。', '声明结束。'],
  'emoji with joiners': ['Start.', 'Peace 🕊️ for every 👨‍👩‍👧‍👦 and 🇮🇷🇷🇺, said 👩🏽‍🚀.', 'End.'],
  'combining marks': ['Anfang.', 'Cafe\u0301 nai\u0308ve a\u0323\u0302 Zˊ\u030c ki\u0302m и\u0306.', 'Ende.'],
};

async function open({ page, member }: Seat, text: string): Promise<string> {
  await code(member, { name: 'Stability', shortcut: 's' });
  const documentId = await statement(member, { text });
  await page.goto(`/projects/${member.projectId}/documents/${documentId}`);
  await expect(textOf(page)).toBeVisible();
  return documentId;
}

for (const [script, lines] of Object.entries(statements)) {
  test(`${script}: selection, offsets, bracket and quote of a coding are right`, async ({ owner, seat }) => {
    const s = await seat(owner.who, owner.member);
    const text = lines.join('\n');
    const documentId = await open(s, text);
    await textOf(s.page).getByText(lines[1]!).click({ clickCount: 3 });
    await s.page.keyboard.press('s');
    await expect(inLane(s.page, 'Stability by Olga Owner')).toBeVisible();
    await saved(s.page);
    const [coding] = await db().coding.findMany({ where: { projectId: owner.member.projectId, documentId } });
    const start = lines[0]!.length + 1;
    expect(coding).toMatchObject({ start, end: start + lines[1]!.length, quote: lines[1] });
    expect(await painted(s.page)).toEqual([lines[1]]);
    const line = (await textOf(s.page).getByText(lines[1]!).boundingBox())!;
    const bracket = (await s.page.locator('[data-opens][data-closes]').boundingBox())!;
    expect(bracket.y).toBeGreaterThan(line.y - 12);
    expect(bracket.y + bracket.height).toBeLessThan(line.y + line.height + 12);
  });
}

test('one press of an arrow goes over a whole character, and a code put on it splits none', async ({ owner, seat }) => {
  const s = await seat(owner.who, owner.member);
  const documentId = await open(s, 'a👨‍👩‍👧‍👦b\ncafe\u0301');
  await toTop(s.page);
  await s.page.keyboard.press('ArrowRight');
  await s.page.keyboard.press('Shift+ArrowRight');
  await s.page.keyboard.press('s');
  await expect(inLane(s.page, '“👨‍👩‍👧‍👦”')).toBeVisible();
  await saved(s.page);
  expect(
    (await db().coding.findMany({ where: { projectId: owner.member.projectId, documentId } })).map(
      ({ quote }) => quote,
    ),
  ).toEqual(['👨‍👩‍👧‍👦']);
});

test('a document is set in its own direction, told from its words, and a person may set it otherwise', async ({
  owner,
  seat,
}) => {
  const s = await seat(owner.who, owner.member);
  const documentId = await open(s, statements.Persian.join('\n'));
  await expect(textOf(s.page)).toHaveAttribute('dir', 'rtl');
  await change(owner.member, 'document.edit', { id: documentId, set: { direction: 'ltr' } });
  await expect(textOf(s.page)).toHaveAttribute('dir', 'ltr');
});

test('whatever the script: what is painted on the text is, letter by letter, what the codings hold', async ({
  owner,
  seat,
}) => {
  test.setTimeout(120_000);
  const s = await seat(owner.who, owner.member);
  const codeId = await code(owner.member, { name: 'Stability' });
  const any = anyText({ maxPieces: 60 }).filter((text) => text.trim().length > 5);
  const cases = fc.sample(
    any.chain((text) =>
      fc.array(anySpan(text.length), { minLength: 1, maxLength: 4 }).map((spans) => ({ text, spans })),
    ),
    {
      numRuns: 12,
      seed: 20261125,
    },
  );
  for (const { text, spans } of cases) {
    const documentId = await statement(owner.member, { text, format: 'text' });
    const places = new Map<string, Span>();
    for (const span of spans.flatMap((each) => trimmed(text, snap(text, each)) ?? []))
      places.set(`${span.start}-${span.end}`, span);
    for (const { start, end } of places.values())
      await change(owner.member, 'coding.add', {
        id: randomUUID(),
        documentId,
        codeId,
        start,
        end,
        quote: text.slice(start, end),
      });
    await s.page.goto(`/projects/${owner.member.projectId}/documents/${documentId}`);
    await expect(textOf(s.page)).toBeVisible();
    const expected = [...places.values()].map(({ start, end }) => squeezed(text.slice(start, end))).sort();
    await expect.poll(async () => (await painted(s.page)).map(squeezed).sort()).toEqual(expected);
  }
});

/** The words under each coloured line. */
async function painted(page: Page): Promise<string[]> {
  return (await marks(page)).filter(({ layer }) => /^\d+$/.test(layer)).map(({ words }) => words);
}

/** White space between blocks is in the text, but not on the screen. */
function squeezed(words: string): string {
  return words.replace(/\s/gu, '');
}
