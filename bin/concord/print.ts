import { writeSync } from 'node:fs';

/** One line on standard error. */
export function complain(fault: string): void {
  print(2, `concord: ${fault.replace(/\s+/g, ' ')}`);
}

/** Writes the whole line before going on, also into a pipe that is slow to read. */
export function print(descriptor: 1 | 2, line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += writeSync(descriptor, bytes, sent);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0); // Whoever reads has seen enough
      if (code !== 'EAGAIN') throw error;
    }
  }
}
