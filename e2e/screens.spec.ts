import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoDocument, demoPerson } from './demo';
import { expect, login, test } from './fixtures';

/**
 * Every screen in light and dark, at a desk's and a phone's width: axe finds nothing, nothing sticks out sideways, and
 * the pictures are kept. `npm run screenshots` writes them to docs/screens, where the README shows some.
 */
const folder = process.env.CONCORD_SCREENS ?? join('test-results', 'screens');

const screens: Record<string, (project: string) => Promise<string> | string> = {
  'sign-in': () => '/sign-in',
  projects: () => '/projects',
  documents: (project) => `/projects/${project}`,
  workspace: async (project) => `/projects/${project}/documents/${await demoDocument('briefing')}`,
  'workspace-rtl': async (project) => `/projects/${project}/documents/${await demoDocument('gulf-newspaper')}`,
  codebook: (project) => `/projects/${project}/codebook`,
  agreement: (project) => `/projects/${project}/agreement`,
  rounds: (project) => `/projects/${project}/rounds`,
  export: (project) => `/projects/${project}/export`,
  members: (project) => `/projects/${project}/members`,
  history: (project) => `/projects/${project}/history`,
  settings: (project) => `/projects/${project}/settings`,
  account: () => '/account',
};

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const [name, address] of Object.entries(screens)) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`${name} in ${scheme} is readable for everyone, on a desk and on a phone`, async ({ browser }) => {
      const { who, member } = await demoPerson('leyla');
      const context = await browser.newContext({ colorScheme: scheme, viewport: sizes.desk, reducedMotion: 'reduce' });
      if (name !== 'sign-in') await login(context, who);
      const page = await context.newPage();
      await page.goto(await address(member.projectId));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('load');
      await page.waitForTimeout(400);
      const findings = await new AxeBuilder({ page }).analyze();
      expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await picture(page, `${name}-${scheme}`);
      await page.setViewportSize(sizes.phone);
      await page.waitForTimeout(400);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, 'pixels that stick out sideways on a phone').toBeLessThanOrEqual(0);
      await picture(page, `${name}-${scheme}-phone`);
      await context.close();
    });
  }
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
