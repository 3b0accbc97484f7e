import { readdirSync } from 'node:fs';
import { Fault } from './fault.mjs';
import { generateIfStale } from './generate.mjs';
import { keep, stopKept } from './keep.mjs';
import { inRoot, root } from './root.mjs';
import { toolEnvironment } from './run-tool.mjs';
import { stopSignal } from './stop-signal.mjs';

/** Runs one benchmark to its end, its output going straight to ours. */
export async function bench([name, ...args]) {
  const names = benchNames(readdirSync(inRoot('bench')));
  if (name === undefined) return console.log(`npm run bench -- NAME, where NAME is one of:\n  ${names.join('\n  ')}`);
  if (!names.includes(name)) throw new Fault(`There is no benchmark "${name}". There are: ${names.join(', ')}`);
  await generateIfStale();
  const command = [
    inRoot('node_modules', '.bin', 'tsx'),
    '--conditions=react-server',
    inRoot('bench', `${name}.ts`),
    ...args,
  ];
  const run = keep(command, { cwd: root, env: toolEnvironment({}), stdio: 'inherit' });
  process.exitCode = await Promise.race([run.exited, stopSignal().then(() => 130)]);
  await stopKept();
}

/** What can be run among the files of bench/: not the tests, nor the parts that several share (in folders). */
export function benchNames(files) {
  return files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}
