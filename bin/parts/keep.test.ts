import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { commandOf } from './command-of.mjs';
import { keep } from './keep.mjs';

const module = new URL('./keep.mjs', import.meta.url).href;

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  const [chunk] = await once(stream!, 'data');
  return String(chunk).trim();
}

async function ends(pid: number): Promise<void> {
  while (commandOf(pid) !== '') await new Promise((resolve) => setTimeout(resolve, 20));
}

it('gives the exit code of a command that ends by itself', async () => {
  expect(await keep(['sh', '-c', 'exit 7']).exited).toBe(7);
});

it('tells a command to stop with the signal it likes, and waits until it has stopped', async () => {
  const kept = keep(['sh', '-c', 'trap "echo bye; exit 3" HUP; echo up; while :; do sleep 0.05; done'], {
    signal: 'HUP',
  });
  expect(await firstLine(kept.child.stdout)).toBe('up');
  const said = firstLine(kept.child.stdout);
  expect(await kept.stop()).toBe(3);
  expect(await said).toBe('bye');
});

it('kills a command that does not listen, with everything it has started', async () => {
  const kept = keep(['sh', '-c', 'trap "" TERM; sleep 600 & echo $!; wait; wait'], { patience: 0.2 });
  const grandchild = Number(await firstLine(kept.child.stdout));
  await kept.stop();
  await ends(grandchild);
});

it('stops the command even when its keeper is killed without warning', async () => {
  const script = `import { keep } from '${module}'; keep(['sh', '-c', 'echo $$; exec sleep 600'], { stdio: 'inherit' });`;
  const keeper = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(await firstLine(keeper.stdout));
  keeper.kill('SIGKILL');
  await ends(pid);
});
