import { defineConfig, devices } from '@playwright/test';

const asRoot = process.getuid?.() === 0;

/** `npm run e2e` and `npm test` build, seed and serve first, and say in the environment where. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  retries: 0,
  workers: Number(process.env.CONCORD_BROWSER_WORKERS ?? 2),
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: process.env.CONCORD_BROWSER_REPORT ?? 'test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.NEXTAUTH_URL,
    // Without its film, whose frames are drawn by the processors that everything else runs on.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
