import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress.mjs';

/** Does a piece of work while holding a lock file: one process after another. A lock whose holder has died is taken over. */
export async function withLockFile(file, work) {
  for (let tries = 0; !take(file); tries++) {
    if (tries === 10) say('Waiting for another command of this checkout that does the same');
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

// A file without a number in it is being written at this moment, unless its writer died over it.
function isHeld(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid === 0 ? Date.now() - statSync(file).mtimeMs < 2000 : process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
