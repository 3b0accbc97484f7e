import { delimiter } from 'node:path';
import { Fault } from './fault.mjs';
import { keep } from './keep.mjs';
import { inRoot, root } from './root.mjs';

/** Runs a tool of node_modules and gives {code, output}. */
export async function tryTool(name, args, environment = {}) {
  return capture([inRoot('node_modules', '.bin', name), ...args], environment);
}

/** Runs a tool of node_modules; its output is shown only when it fails, as a fault. */
export async function runTool(name, args, environment = {}) {
  const { code, output } = await tryTool(name, args, environment);
  if (code !== 0) throw new Fault(`${name} ${args.join(' ')} failed (exit code ${code}):\n\n${output.trim()}`);
  return output;
}

/** Runs any command to its end and gives {code, output}, both streams in one text. */
export async function capture(command, environment = {}) {
  const chunks = [];
  const tool = keep(command, { cwd: root, env: toolEnvironment(environment) });
  for (const stream of [tool.child.stdout, tool.child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  await Promise.all(
    [tool.child.stdout, tool.child.stderr].map((stream) => new Promise((resolve) => stream.on('close', resolve))),
  );
  return { code: await tool.exited, output: Buffer.concat(chunks).toString('utf8') };
}

/** The environment for tools: ours, with the pinned Node first on the path, and what the caller adds. */
export function toolEnvironment(extra) {
  const path = [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1', ...extra };
}
