import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isEncoding } from '@/lib/documents/readers/encodings';
import { readSafely } from '@/lib/documents/readers/isolate';
import { Refusal, isRefusal } from '@/lib/errors';
import { complain, print } from './print';

/**
 * `concord read [--encoding=NAME] FILE...`: one line of JSON per file on standard output, as an import would take it.
 * A file that cannot be read leaves one line on standard error that says why, and the exit status becomes 2.
 */
export async function read(words: readonly string[]): Promise<number> {
  const options = words.filter((word) => word.startsWith('--'));
  const files = words.filter((word) => !word.startsWith('--'));
  const named = options.map((option) => /^--encoding=(.+)$/.exec(option)?.[1]?.toLowerCase());
  const unknown = options.find((_option, index) => !isEncoding(named[index]));
  if (unknown !== undefined || files.length === 0) {
    complain(unknown !== undefined ? `unknown option ${unknown}` : 'name at least one file');
    return 2;
  }
  const encoding = named.find(isEncoding) ?? null;
  let status = 0;
  for (const file of files) if (!(await answer(file, encoding))) status = 2;
  return status;
}

async function answer(file: string, encoding: Parameters<typeof readSafely>[1]['encoding']): Promise<boolean> {
  try {
    const found = await readSafely(bytesOf(file), { name: basename(file), encoding });
    const { text, blocks, warnings, language, direction, encoding: used, ...more } = found;
    const { sha256, title, format, guessed } = more;
    print(
      1,
      JSON.stringify({
        file,
        text,
        blocks,
        warnings,
        language,
        direction,
        encoding: used,
        sha256,
        title,
        format,
        guessed,
      }),
    );
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    complain(`${file}: ${error.message}`);
    return false;
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal(
      'unreadable',
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'this is a folder' : message,
    );
  }
}
