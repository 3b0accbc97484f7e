import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '@/prisma/builders';
import { expect, login } from './fixtures';

/** `npm run screenshots` writes the pictures to docs/screens, where the README shows some. */
const folder = process.env.CONCORD_SCREENS ?? join('test-results', 'screens');

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

const schemes = ['light', 'dark'] as const;

/** A page at a desk's width, for somebody who is signed in, or for nobody. */
export async function pageFor(browser: Browser, who: Person | null): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes.desk, reducedMotion: 'reduce' });
  if (who) await login(context, who);
  return context.newPage();
}

/**
 * In light and in dark, axe finds nothing, and at neither a desk nor a phone anything sticks out sideways; pictures of all
 * four are kept under the name. The page is left as it was found.
 */
export async function lookedAt(page: Page, name: string): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(300);
    await accessible(page);
    await picture(page, `${name}-${scheme}`);
  }
  await page.setViewportSize(sizes.phone);
  for (const scheme of schemes.toReversed()) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(300);
    await picture(page, `${name}-${scheme}-phone`);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels that stick out sideways on a phone').toBeLessThanOrEqual(0);
  await page.setViewportSize(sizes.desk);
}

/** axe finds nothing. In its mode without a second page it is four times as fast, and misses nothing where nothing is framed. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
