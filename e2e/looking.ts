import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '@/prisma/builders';
import { expect, login } from './fixtures';

/** `npm run screenshots` writes the pictures to docs/screens, where the README shows some. */
const folder = process.env.CONCORD_SCREENS;

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

const schemes = ['light', 'dark'] as const;

/** A page at a desk's width, for somebody who is signed in, or for nobody. */
export async function pageFor(browser: Browser, who: Person | null): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes.desk, reducedMotion: 'reduce' });
  if (who) await login(context, who);
  return context.newPage();
}

/**
 * In light and in dark, axe finds nothing, and at neither a desk nor a phone anything sticks out sideways. Pictures of all
 * four are kept under the name where somebody wants to look at them. The page is left as it was found.
 */
export async function lookedAt(page: Page, name: string): Promise<void> {
  for (const scheme of schemes) {
    await shownIn(page, scheme);
    await accessible(page, scheme === 'light' ? [] : ['color-contrast']); // all that dark can spoil
    await picture(page, `${name}-${scheme}`);
  }
  await page.setViewportSize(sizes.phone);
  for (const scheme of folder ? schemes.toReversed() : []) {
    await shownIn(page, scheme);
    await picture(page, `${name}-${scheme}-phone`);
  }
  await shownIn(page, 'light');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels that stick out sideways on a phone').toBeLessThanOrEqual(0);
  await page.setViewportSize(sizes.desk);
}

async function shownIn(page: Page, colorScheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForTimeout(300);
}

/**
 * axe finds nothing, by these rules alone if any are named. In its mode without a second page it is four times as fast,
 * and misses nothing where nothing is framed.
 */
export async function accessible(page: Page, rules: string[] = []): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
