import { readFileSync } from 'node:fs';
import { answerFile } from '@/lib/agreement/cases';
import { Refusal, isRefusal } from '@/lib/errors';
import { complain, print } from './print';

/**
 * `concord agreement [--resample] FILE...`: one line of JSON per file on standard output. A file that cannot be used
 * leaves one line on standard error that names the file, the place and the fault, and the exit status becomes 2.
 */
export function agreement(words: readonly string[]): number {
  const unknown = words.find((word) => word.startsWith('--') && word !== '--resample');
  const files = words.filter((word) => !word.startsWith('--'));
  if (unknown || files.length === 0) {
    complain(unknown ? `unknown option ${unknown}` : 'name at least one file');
    return 2;
  }
  const resample = words.includes('--resample');
  return files.map((file) => answer(file, resample)).every(Boolean) ? 0 : 2;
}

function answer(file: string, resample: boolean): boolean {
  try {
    print(1, JSON.stringify({ file, ...answerFile(file, readText(file), { resample }) }));
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    complain(`${file}: ${error.message}`);
    return false;
  }
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') throw new Refusal('unreadable', zipped);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isRefusal(error)) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing
      ? 'there is no such file'
      : error instanceof TypeError
        ? 'it is not UTF-8 text'
        : (error as Error).message;
    throw new Refusal('unreadable', `file: ${why}`);
  }
}

/** An archive of a project will be read here and answered by `answerSpans(projectCase(...))`. */
const zipped =
  'file: it is a ZIP archive; unpack it and name the files in it, of an appendix matrix/sets.csv and matrix/units-in-rows/*.csv';
