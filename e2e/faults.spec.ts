import { tryTool } from '@/bin/parts/run-tool.mjs';
import { expect, test } from './fixtures';

type Verdict = { logged: number; acknowledged: number; heard: number; read: number; lost: number; doubled: number; faults: string[]; forced: number };

/** The short form of `npm run soak`; in a process of its own, since it brings its own servers and its own database. */
test('twelve people code while servers and database are killed and streams cut: nothing acknowledged is lost or doubled, every screen is right', async () => {
  test.setTimeout(150_000);
  const trial = ['--conditions=react-server', 'bin/soak/main.ts', '--minutes', '0.5', '--coders', '12', '--pace', '500'];
  const { code, output } = await tryTool('tsx', trial, { NODE_OPTIONS: '' });
  const last = output.trim().split('\n').at(-1)!;
  expect(last, output.slice(-4_000)).toMatch(/^\{.*\}$/);
  const verdict = JSON.parse(last) as Verdict;
  expect(verdict).toMatchObject({ lost: 0, doubled: 0, faults: [], forced: 0 });
  expect(verdict.acknowledged).toBeGreaterThan(200);
  expect(verdict.logged).toBeGreaterThanOrEqual(verdict.acknowledged);
  expect(verdict.heard).toBeGreaterThan(10 * verdict.acknowledged);
  expect(verdict.read).toBeGreaterThan(0);
  expect(output).toContain('kill -9 of Postgres');
  expect(code).toBe(0);
});
