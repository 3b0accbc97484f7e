import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * The command line of a running process; '' when it is gone, or has ended and waits to be collected. Linux says it in
 * /proc (a bare system has no ps), other systems by ps.
 */
export function commandOf(pid) {
  return existsSync('/proc/self/cmdline') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function fromPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes('<defunct>') ? '' : stdout.trim();
}
