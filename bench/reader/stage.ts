import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { findBrowser } from '@/bin/parts/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const address = 'http://bench.invalid/';

/** A page of this folder as one script and one style sheet, minified as in production. */
export async function bundle(name: 'page' | 'pair' = 'page'): Promise<{ script: string; style: string }> {
  const withoutNext = `${root}bench/reader/no-next.tsx`;
  const { outputFiles } = await build({
    entryPoints: [`${root}bench/reader/${name}.tsx`],
    alias: { 'next/navigation': withoutNext, 'next/link': withoutNext },
    bundle: true,
    write: false,
    minify: true,
    outdir: 'out',
    jsx: 'automatic',
    absWorkingDir: root,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = (extension: string) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}

export async function launch(): Promise<Browser> {
  const found: { CHROMIUM_PATH?: string } = await findBrowser();
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ];
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  return chromium.launch({ executablePath: found.CHROMIUM_PATH, args });
}

/** An empty page with the bundle loaded, in a context of its own, and the protocol session to read its counters. */
export async function openPage(
  browser: Browser,
  { script, style }: { script: string; style: string },
): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  const body =
    '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="page.css"><div id="root"></div><div id="text"></div><script src="page.js"></script>';
  await page.route(`${address}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/page.js') return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    if (path === '/page.css') return route.fulfill({ contentType: 'text/css', body: style });
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto(address);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return { page, session };
}

/** Megabytes in use after a collection. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await counter(session, 'JSHeapUsedSize')) / 2 ** 20;
}

/** Milliseconds of script so far, whoever called it. */
export async function scriptOf(session: CDPSession): Promise<number> {
  return (await counter(session, 'ScriptDuration')) * 1_000;
}

async function counter(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? 0;
}
