import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkTiling, type Block } from '@/lib/text';

const concord = fileURLToPath(new URL('../concord.mjs', import.meta.url));
const samples = fileURLToPath(new URL('../../lib/documents/readers/testing/samples', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concord-read-'));

/** Runs the command from another folder, as a script somewhere would. */
function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [concord, 'read', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string; blocks: Block[] });
  return { status, answers, complaints: stderr.split('\n').filter((line) => line.startsWith('concord:')) };
}

describe('concord read', { timeout: 60_000 }, () => {
  it('prints a line of JSON per file, as an import would take it', () => {
    const { status, answers, complaints } = run(join(samples, 'fa.docx'), join(samples, 'he.txt'));
    expect([status, complaints]).toEqual([0, []]);
    expect(answers[0]).toMatchObject({
      language: 'fa',
      direction: 'rtl',
      encoding: null,
      format: 'docx',
      warnings: [],
    });
    expect(answers[1]).toMatchObject({ language: 'he', direction: 'rtl', encoding: 'windows-1255', guessed: true });
    for (const { text, blocks } of answers) expect(checkTiling(text, blocks)).toBeNull();
  });

  it('answers the good files, says in one line why others cannot be read, and exits with 2', () => {
    writeFileSync(join(folder, 'good.txt'), 'Words.');
    writeFileSync(join(folder, 'bad.docx'), 'no archive');
    const { status, answers, complaints } = run('bad.docx', 'good.txt', 'none.pdf', '.');
    expect(status).toBe(2);
    expect(answers).toMatchObject([{ file: 'good.txt', text: 'Words.' }]);
    expect(complaints).toEqual([
      'concord: bad.docx: This is not a Word document (.docx), or it is damaged. Open it in the program it was made with and save it again, or paste its words.',
      'concord: none.pdf: there is no such file',
      'concord: .: this is a folder',
    ]);
  });

  it('reads a text in the encoding that is named, and says what it wants when it is called wrongly', () => {
    writeFileSync(join(folder, 'short.txt'), Buffer.from([0xcc, 0xe8, 0xf0]));
    expect(run('--encoding=windows-1251', 'short.txt').answers).toMatchObject([{ text: 'Мир', guessed: false }]);
    expect(run()).toMatchObject({ status: 2, complaints: ['concord: name at least one file'] });
    expect(run('--encoding=klingon', 'short.txt').complaints).toEqual(['concord: unknown option --encoding=klingon']);
  });
});
