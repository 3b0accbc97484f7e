import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const concord = fileURLToPath(new URL('../concord.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concord-convert-'));
const at = (name: string) => join(folder, name);

/** Runs the command from another folder, as a script somewhere would. */
function convert(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [concord, 'convert', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  const complaints = stderr.split('\n').filter((line) => line.startsWith('concord:'));
  return { status, said: stdout ? (JSON.parse(stdout) as Record<string, unknown>) : null, complaints, stderr };
}

describe('concord convert', () => {
  writeFileSync(at('texts.jsonl'), '{"text": "😀 Peace now", "label": [[2, 7, "Theme"]]}\n');
  mkdirSync(at('work'));
  writeFileSync(at('work/a.txt'), '😀 Peace now');
  writeFileSync(at('work/a.ann'), 'T1\tTheme 2 7\tPeace\n');
  writeFileSync(at('broken.zip'), 'PK\x03\x04 and no more');

  it('goes from one program’s file to another’s by way of the archive, and says what it found', () => {
    const one = { documents: 1, codes: 1, coders: 1, codings: 1, notes: [] };
    expect(convert('texts.jsonl', 'a.zip')).toMatchObject({
      status: 0,
      said: { from: 'doccano', to: 'archive', ...one },
      stderr: '',
    });
    expect(convert('a.zip', 'a.qdpx')).toMatchObject({
      status: 0,
      said: { from: 'archive', to: 'refi-qda-project', ...one },
    });
    expect(convert('a.qdpx', 'a.csv')).toMatchObject({ status: 0, said: { to: 'coded-passages', ...one } });
    expect(readFileSync(at('a.csv'), 'utf8')).toContain(',Theme,Theme,');
    expect(convert('work', 'b.out', '--to', 'qdc')).toMatchObject({
      status: 0,
      said: { from: 'brat', to: 'refi-qda-codebook', ...one },
    });
    expect(convert('work/a.ann', 'c.out', '--to=archive', '--from=brat')).toMatchObject({
      status: 0,
      said: { ...one },
    });
  }, 120_000);

  it('says in one line why it cannot, leaves no file, and exits with 2', () => {
    const cases: [words: string[], says: RegExp][] = [
      [['none.zip', 'x.csv'], /^concord: none\.zip: there is no such file$/],
      [['broken.zip', 'x.csv'], /^concord: .*damaged/],
      [['work', 'x.csv', '--from', 'archive'], /^concord: work: .*(empty|damaged|no)/],
      [
        ['texts.jsonl', 'x.brat', '--to', 'brat'],
        /^concord: brat cannot be written; these are written: coded-passages/,
      ],
      [['texts.jsonl', 'x.wp'], /^concord: no format is written to x\.wp/],
      [['texts.jsonl', 'x.zip', '--to', 'spss'], /^concord: there is no format spss/],
      [['texts.jsonl', 'nowhere/x.zip'], /^concord: .*nowhere/],
      [['texts.jsonl'], /^concord: name what to read and where to write/],
      [['--fast', 'a', 'b'], /^concord: unknown option --fast/],
    ];
    for (const [words, says] of cases) {
      const { status, said, complaints } = convert(...words);
      expect([status, said, complaints.length], words.join(' ')).toEqual([2, null, 1]);
      expect(complaints[0]).toMatch(says);
    }
    expect(existsSync(at('x.csv'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  }, 120_000);
});
