import type { Page } from '@playwright/test';
import { code, document as statement } from '@/prisma/builders';
import { crowd, crowded } from './crowd';
import { expect, test } from './fixtures';
import { marks } from './marks';
import { inLane, toTop } from './reading';

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
    for (const [name, color] of crowd.codes) codes.push(await code(member, { name, color }));
    const documentId = await statement(member, { text: crowd.text });
    await crowded([member, ben.member], documentId, codes);
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
    await toTop(page);
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight');
    const seen = new Set<string>();
    for (let i = 0; i < 18; i++) {
      await page.keyboard.press('o');
      // The one before stays lit until the next frame.
      await expect.poll(async () => (await lit()).filter((words) => !seen.has(words)).length).toBe(1);
      seen.add((await lit())[0]!);
    }
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
    await toTop(page);
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
