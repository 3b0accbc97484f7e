import { demoDocument, demoPerson, demoRound } from './demo';
import { expect, test } from './fixtures';
import { lookedAt, pageFor } from './looking';

/** Every screen in light and dark, at a desk's and a phone's width. */
const screens: Record<string, (project: string) => Promise<string> | string> = {
  'sign-in': () => '/sign-in',
  projects: () => '/projects',
  documents: (project) => `/projects/${project}`,
  workspace: async (project) => `/projects/${project}/documents/${await demoDocument('briefing')}`,
  'workspace-rtl': async (project) => `/projects/${project}/documents/${await demoDocument('gulf-newspaper')}`,
  values: (project) => `/projects/${project}/documents/table`,
  codebook: (project) => `/projects/${project}/codebook`,
  agreement: (project) => `/projects/${project}/agreement`,
  rounds: (project) => `/projects/${project}/rounds`,
  adjudication: async (project) => `/projects/${project}/rounds/${await demoRound(project)}/adjudication`,
  'round-new': (project) => `/projects/${project}/rounds/new`,
  export: (project) => `/projects/${project}/export`,
  members: (project) => `/projects/${project}/members`,
  history: (project) => `/projects/${project}/history`,
  settings: (project) => `/projects/${project}/settings`,
  account: () => '/account',
};

for (const [name, address] of Object.entries(screens)) {
  test(`${name} is readable for everyone, in light and dark, on a desk and on a phone`, async ({ browser }) => {
    const { who, member } = await demoPerson('leyla');
    const page = await pageFor(browser, name === 'sign-in' ? null : who);
    await page.goto(await address(member.projectId));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('load');
    await lookedAt(page, name);
    await page.context().close();
  });
}
