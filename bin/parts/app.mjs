import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from './fault.mjs';
import { keep } from './keep.mjs';
import { toolEnvironment } from './run-tool.mjs';
import { inRoot, root } from './root.mjs';

/**
 * Starts Next on a host and port and resolves once it answers, with {stop, kill, exited}. What it prints before that
 * is shown only if it fails, what it prints afterwards goes to our own output.
 * @param {{ host: string, port: number, dev?: boolean, environment: Record<string, string | undefined> }} settings
 */
export async function startApp({ host, port, dev = false, environment }) {
  const next = inRoot('node_modules', '.bin', 'next');
  const app = keep([next, dev ? 'dev' : 'start', '--hostname', host, '--port', String(port)], {
    cwd: root,
    patience: 15,
    env: appEnvironment(dev, environment),
  });
  const early = [];
  const streams = [app.child.stdout, app.child.stderr];
  for (const stream of streams) stream.on('data', (chunk) => early.push(chunk));
  if (!(await answering(app, { host, port }))) {
    await app.stop();
    throw new Fault(`The server did not start:\n\n${Buffer.concat(early).toString('utf8').trim()}`);
  }
  for (const stream of streams) stream.removeAllListeners('data').on('data', (chunk) => process.stdout.write(chunk));
  return { stop: app.stop, kill: app.kill, exited: app.exited };
}

// NODE_ENV is Next's to set, and it resolves conditions itself: those of a shell or a test runner would mislead it.
function appEnvironment(dev, environment) {
  const { NODE_ENV: _, NODE_OPTIONS = '', ...rest } = toolEnvironment(environment);
  const colour = dev && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  return { ...rest, ...colour, NODE_OPTIONS: NODE_OPTIONS.replace(/--conditions=\S+/, '').trim() };
}

async function answering(app, { host, port }) {
  let ended = false;
  app.exited.then(() => (ended = true));
  for (const start = Date.now(); !ended && Date.now() - start < 120_000; await pause(50)) {
    if (await answers(`http://${reachable(host)}:${port}/`)) return true;
  }
  return false;
}

// Where a server that listens on `host` answers: "every address" is none that one could ask for.
function reachable(host) {
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return address.includes(':') ? `[${address}]` : address;
}

// Any answer will do, also a redirection to the sign-in page.
async function answers(url) {
  try {
    const response = await fetch(url, { redirect: 'manual' });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
