import type { Page } from '@playwright/test';
import type { Membership } from '@/lib/projects/store';
import { change, code, document as statement } from '@/prisma/builders';
import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { marks } from './marks';
import { inLane, textOf } from './reading';

const sentence =
  'The ministry warned that a strike on the port would make an affair of two states an affair of twenty.';
const text = [sentence, 'Nobody gains from disorder.', sentence].join('\n');

async function put(
  by: Membership,
  at: { documentId: string; codeId: string; start: number; end: number },
): Promise<void> {
  await change(by, 'coding.add', { id: randomUUID(), ...at, quote: text.slice(at.start, at.end) });
}

/** Three codes by two coders lie over one another in one sentence, nested and staggered, eighteen codings in all. */
async function crowd(members: Membership[], documentId: string, codes: string[]): Promise<void> {
  for (const [m, by] of members.entries())
    for (const [c, codeId] of codes.entries())
      for (const step of [0, 1, 2])
        await put(by, { documentId, codeId, start: 4 * m + 8 * step + c, end: 60 + 9 * step + c });
}

type Box = { x: number; y: number; width: number; height: number };

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test.describe('a crowd of codings on one sentence', () => {
  let page: Page;
  test.beforeEach(async ({ owner, colleague, seat }) => {
    const ben = await colleague('coder', 'Ben Coder');
    const { member } = owner;
    const codes = [];
    for (const [name, color] of [
      ['Stability', '#1c7ed6'],
      ['Escalation danger', '#c92a2a'],
      ['Great-power status', '#2b8a3e'],
    ] as const)
      codes.push(await code(member, { name, color }));
    const documentId = await statement(member, { text });
    await crowd([member, ben.member], documentId, codes);
    ({ page } = await seat(owner.who, member));
    await page.goto(`/projects/${member.projectId}/documents/${documentId}`);
    await expect(inLane(page, 'Stability by').first()).toBeVisible();
  });

  test('has labels that never cover one another, and a number for those without room', async () => {
    const rows = page.getByRole('group', { name: 'Codings beside the text' }).getByRole('button');
    const boxes: Box[] = [];
    for (const row of await rows.all()) boxes.push((await row.boundingBox())!);
    expect(boxes.length).toBeGreaterThan(3);
    for (const [n, a] of boxes.entries()) for (const b of boxes.slice(n + 1)) expect(meet(a, b)).toBe(false);
    await page
      .getByRole('button', { name: /more codings here/ })
      .first()
      .click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
  });

  test('shows one alone when it is pointed at, and O goes round those under the caret', async () => {
    const lit = async () => (await marks(page)).filter(({ layer }) => layer === 'lit').map(({ words }) => words);
    await inLane(page, 'Stability by').first().hover();
    await expect.poll(async () => (await lit()).length).toBe(1);
    await page.mouse.move(5, 5);
    await expect.poll(lit).toEqual([]);
    await textOf(page).focus();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight');
    const seen = new Set<string>();
    for (let i = 0; i < 18; i++) {
      await page.keyboard.press('o');
      await expect.poll(async () => (await lit()).length).toBe(1);
      seen.add((await lit())[0]!);
    }
    expect(seen.size).toBe(18);
  });

  test('is thinned by code, coder or layer: what is not ticked is hidden, or dimmed and passed over by J', async () => {
    const colours = async () => (await marks(page)).filter(({ layer }) => /^\d+$/.test(layer)).length;
    const faint = async () => (await marks(page)).filter(({ layer }) => layer.startsWith('faint')).length;
    await page.getByRole('button', { name: 'Filter' }).click();
    const menu = page.getByRole('dialog');
    await menu.getByRole('checkbox', { name: /^Ben Coder/ }).uncheck();
    await menu.getByRole('checkbox', { name: /^Stability/ }).uncheck();
    await menu.getByRole('checkbox', { name: /^Great-power/ }).uncheck();
    await expect.poll(colours).toBe(3);
    expect(await faint()).toBe(0);
    await menu.getByText('Dim the rest').click();
    await expect.poll(faint).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await textOf(page).focus();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('j');
      const pressed = page
        .getByRole('group', { name: 'Codings beside the text' })
        .getByRole('button', { pressed: true });
      await expect(pressed).toHaveAccessibleName(/^Escalation danger by Olga Owner/);
    }
    await page.getByRole('button', { name: 'Filtered (3)' }).click();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(faint).toBe(0);
  });
});
