import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from './command-of.mjs';

/**
 * What an earlier start may have left in a data folder: null when nothing runs there, otherwise {pid, port, host},
 * where `host` says whether the command that started the server still runs (then it is shared, not an orphan).
 */
export function runningOn(folder) {
  const lines = readLines(join(folder, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!pid) return null;
  if (!commandOf(pid).includes('postgres')) {
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    return null;
  }
  const host = Number(readLines(hostFile(folder))[0]);
  return { pid, port: Number(lines[3]), host: host > 0 && /node/.test(commandOf(host)) };
}

/** Notes that this process is the one that stops the server on a data folder. */
export function noteHost(folder) {
  writeFileSync(hostFile(folder), `${process.pid}\n`);
}

/** Stops a server that nobody looks after any more, and waits until it has written everything down. */
export async function stopOrphan({ pid }) {
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 200 && commandOf(pid) !== ''; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

function hostFile(folder) {
  return `${folder}.host`;
}

function readLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
