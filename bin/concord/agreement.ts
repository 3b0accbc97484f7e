import { readFileSync } from 'node:fs';
import { answerFile, answerSpans, projectCase } from '@/lib/agreement/cases';
import { Refusal, isRefusal } from '@/lib/errors';
import { studyOf } from '@/lib/interchange/archive-study';
import { isArchive, readArchive } from '@/lib/interchange/read-archive';
import { isZip, openZip } from '@/lib/interchange/zip-read';
import { complain, print } from './print';

/**
 * `concord agreement [--resample] FILE...`: one line of JSON per file on standard output. A file that cannot be used
 * leaves one line on standard error that names the file, the place and the fault, and the exit status becomes 2.
 */
export async function agreement(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => word.startsWith('--') && word !== '--resample');
  const files = words.filter((word) => !word.startsWith('--'));
  if (unknown || files.length === 0) {
    complain(unknown ? `unknown option ${unknown}` : 'name at least one file');
    return 2;
  }
  const resample = words.includes('--resample');
  let status = 0;
  for (const file of files) if (!(await answer(file, resample))) status = 2;
  return status;
}

async function answer(file: string, resample: boolean): Promise<boolean> {
  try {
    const bytes = read(file);
    const answered = isZip(bytes) ? await answerArchive(bytes) : answerFile(file, textOf(bytes), { resample });
    print(1, JSON.stringify({ file, ...answered }));
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    complain(`${file}: ${error.message}`);
    return false;
  }
}

/** A project as the export page gives it: every document and coder of it, and all its codes. */
async function answerArchive(bytes: Uint8Array) {
  if (!isArchive(await openZip(bytes))) throw new Refusal('unreadable', notAnArchive);
  return answerSpans(projectCase(await studyOf(await readArchive(bytes))));
}

const notAnArchive =
  'file: it is a ZIP file, but no archive of a project; of an appendix, unpack it and name matrix/sets.csv and matrix/units-in-rows/*.csv';

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal('unreadable', `file: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('unreadable', 'file: it is not UTF-8 text');
  }
}
