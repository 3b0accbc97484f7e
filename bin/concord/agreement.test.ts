import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const concord = fileURLToPath(new URL('../concord.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concord-agreement-'));

/** Runs the command from another folder, as a script somewhere would. */
function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [concord, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return {
    status,
    lines: stdout.split('\n').filter(Boolean),
    complaints: stderr.split('\n').filter((line) => line.startsWith('concord:')),
  };
}

describe('concord agreement', () => {
  writeFileSync(join(folder, 'good.csv'), 'unit,A,B\n1,x,x\n2,y,x\n3,y,y\n');
  writeFileSync(join(folder, 'bad.csv'), 'unit,A,B\n1,x\n');
  writeFileSync(join(folder, 'appendix.zip'), zipSync({ 'methods.txt': new Uint8Array([65]) }));
  writeFileSync(join(folder, 'broken.zip'), Buffer.from('PK\x03\x04 and so on', 'latin1'));
  writeFileSync(join(folder, 'latin.csv'), Buffer.from([0x75, 0xe9, 0x0a]));

  it('prints one line of JSON per file', () => {
    const { status, lines, complaints } = run('agreement', 'good.csv', './good.csv');
    expect([status, complaints]).toEqual([0, []]);
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object))).toEqual([
      ['file', 'measures', 'pairs', 'spanMatching', 'reasons'],
      ['file', 'measures', 'pairs', 'spanMatching', 'reasons'],
    ]);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ file: './good.csv', measures: { unitsPairable: 3 } });
  });

  it('answers the good files, names the place and the fault of the bad ones, and exits with 2', () => {
    const { status, lines, complaints } = run(
      'agreement',
      'bad.csv',
      'good.csv',
      'none.json',
      'latin.csv',
      'appendix.zip',
      'broken.zip',
      '.',
    );
    expect(status).toBe(2);
    expect(lines).toHaveLength(1);
    expect(complaints).toEqual([
      'concord: bad.csv: line 2: has 2 cells where the header has 3',
      'concord: none.json: file: there is no such file',
      'concord: latin.csv: file: it is not UTF-8 text',
      'concord: appendix.zip: file: it is a ZIP file, but no archive of a project; of an appendix, unpack it and name matrix/sets.csv and matrix/units-in-rows/*.csv',
      expect.stringContaining('concord: broken.zip: This ZIP archive is damaged'),
      'concord: .: file: EISDIR: illegal operation on a directory, read',
    ]);
  });

  it('says what it wants when it is called wrongly', () => {
    expect(run('agreement')).toMatchObject({ status: 2, lines: [], complaints: ['concord: name at least one file'] });
    expect(run('agreement', '--fast', 'good.csv').complaints).toEqual(['concord: unknown option --fast']);
    expect(run('toString').status).toBe(2);
  });
});
