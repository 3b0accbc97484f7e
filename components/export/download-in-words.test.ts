import { expect, it } from 'vitest';
import type { DownloadEnd } from '@/lib/interchange';
import { downloadInWords, sizeInWords } from './download-in-words';

const at = (ended: DownloadEnd | null, codings = 1_200) => ({ id: 'd', codings, bytes: 340_000, ended });

it('says of a download that it goes on, that it is whole, and how far it was when it ended otherwise', () => {
  expect(downloadInWords(null, false).tone).toBe('going');
  expect(downloadInWords(at(null), false).tone).toBe('going');
  expect(downloadInWords(at({ how: 'sent' }), false).sentence).toMatch(
    /^All of it is written, 1,200 codings in 340 kB/,
  );
  expect(downloadInWords(at({ how: 'stopped' }), false).sentence).toMatch(/^Cancelled after 1,200 codings/);
  expect(downloadInWords(at({ how: 'left' }), false)).toMatchObject({
    tone: 'fault',
    sentence: expect.stringMatching(/^The download broke off after 1,200 codings/),
  });
  expect(downloadInWords(at({ how: 'failed', why: 'A document was deleted.' }), false).sentence).toBe(
    'The download broke off after 1,200 codings. A document was deleted.',
  );
});

it('does not speak of a part where there is none', () => {
  const none = (ended: DownloadEnd) => downloadInWords({ id: 'd', codings: 0, bytes: 0, ended }, false).sentence;
  expect(none({ how: 'stopped' })).toBe('Cancelled before it began.');
  expect(none({ how: 'failed', why: 'Several large exports are running.' })).toBe(
    'The download did not begin. Several large exports are running.',
  );
});

it('does not say of a silent download that it ended, and believes what was heard of its end', () => {
  expect(downloadInWords(at(null), true).sentence).toContain('Look whether your browser still has it');
  expect(downloadInWords(at({ how: 'sent' }), true).tone).toBe('done');
});

it('speaks of bytes where a file has no codings, and never of none where there are some', () => {
  expect(downloadInWords(at({ how: 'sent' }, 0), false).sentence).toMatch(/^All of it is written, 340 kB\./);
  expect([1, 1_000, 999_400, 999_600, 34_000_001].map(sizeInWords)).toEqual([
    '1 kB',
    '1 kB',
    '1,000 kB',
    '1 MB',
    '35 MB',
  ]);
});
