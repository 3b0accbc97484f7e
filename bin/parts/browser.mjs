import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Fault } from './fault.mjs';
import { say } from './progress.mjs';
import { capture, tryTool } from './run-tool.mjs';

const onPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const onMac = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * A browser for the journeys, as environment variables for Playwright: CHROMIUM_PATH if it is set, a Chromium or
 * Chrome of the system, Debian's package where we may install it, and at last the one that Playwright downloads.
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !runs(given)) throw new Fault(`CHROMIUM_PATH names ${given}, which is no browser that runs here.`);
  const path = given ?? systemBrowser() ?? (await playwrightsOwn()) ?? (await fromDebian());
  if (path !== null) return { CHROMIUM_PATH: path };
  say('Fetching a browser (playwright install chromium)');
  const { code, output } = await tryTool('playwright', ['install', 'chromium']);
  if (code === 0) return {};
  throw new Fault(`There is no browser for the journeys. Install Chromium, or name one in CHROMIUM_PATH.\n\n${output}`);
}

function systemBrowser() {
  return [...onPath.map(located), ...onMac].find(runs) ?? null;
}

// Playwright wants a whole path.
function located(name) {
  return spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim();
}

function runs(path) {
  return path !== '' && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !isDebian()) return null;
  say('Installing a browser (apt-get install chromium)');
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [install, ['apt-get', 'update', '-qq'], install]) {
    await capture(command, quiet);
    const found = systemBrowser();
    if (found) return found;
  }
  return null;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
