import { parseArgs } from 'node:util';
import { Fault } from './fault.mjs';

/** The file that `npm run backup` and `npm run restore` are about. */
export function oneFile(command, args) {
  const usage = `npm run ${command} -- FILE${command === 'restore' ? ' [--replace]' : ''}`;
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { replace: { type: 'boolean' } } });
    if (positionals.length === 1) return { file: positionals[0], replace: values.replace ?? false };
  } catch {
    // Falls through to how it is used.
  }
  throw new Fault(`Name one file: ${usage}`);
}
