import type { APIRequestContext } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { db } from '@/lib/db';
import type { ReadFile } from '@/lib/documents/readers';
import { hostileFiles } from '@/lib/documents/readers/testing/hostile';
import { samplesOf } from '@/lib/documents/readers/testing/samples';
import { expect, test, type Seat } from './fixtures';

/** What the upload route answers: the file as it would be imported, or why it will not be. */
type Outcome = { status: number; body: string; read: ReadFile | null };

test('files made to do harm are refused in words or read as mere words; nothing is stored and the server goes on', async ({
  owner,
  seat,
}) => {
  test.setTimeout(300_000);
  const { page, member } = await seat(owner.who, owner.member);
  for (const { name, bytes, says, text } of hostileFiles) {
    const outcome = await send(page.request, member.projectId, { name, bytes: Buffer.from(bytes()) });
    if (outcome.read) expect(outcome.read.text, name).toBe(text);
    else {
      expect(outcome.status, `${name}: ${outcome.body}`).toBe(422);
      expect(outcome.body, name).toMatch(says!);
    }
    expect((await page.request.get('/healthz')).ok(), `alive after ${name}`).toBe(true);
  }
  expect(await db().document.count({ where: { projectId: member.projectId } })).toBe(0);
});

test('while one file keeps a reader busy, others are answered', async ({ owner, seat }) => {
  const { page, member } = await seat(owner.who, owner.member);
  const bomb = hostileFiles.find(({ name }) => name === 'bomb.pdf')!;
  let ended = false;
  const slow = send(page.request, member.projectId, { name: bomb.name, bytes: Buffer.from(bomb.bytes()) }).finally(
    () => (ended = true),
  );
  const plain = await send(page.request, member.projectId, { name: 'a.txt', bytes: Buffer.from('Words.') });
  expect(plain.read?.text).toBe('Words.');
  expect(ended).toBe(false);
  await slow;
});

test('a Word file comes in by the window: its blocks, warnings and words are shown, stored as shown, and found again', async ({
  owner,
  seat,
}) => {
  const { page, member } = await seat(owner.who, owner.member);
  const { bytes } = samplesOf(['.docx']).find(({ language }) => language === 'ru')!;
  await page.goto(`/projects/${member.projectId}`);
  await page.getByRole('button', { name: 'Add documents' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'statement.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const preview = dialog.getByRole('list', { name: 'How it was read' });
  await expect(preview.getByRole('listitem').first()).toHaveText('HeadingЗаявление о переговорах');
  await expect(preview.getByRole('listitem').filter({ hasText: 'Вторая поправка' })).toHaveText(
    'List item2. Вторая поправка касается «порядка наблюдения».',
  );
  await dialog.getByRole('button', { name: 'Add 1 document' }).click();
  await page.getByRole('link', { name: 'Заявление о переговорах' }).click();
  await expect(page.getByText('Уважаемые коллеги!')).toBeVisible();
  const { blocks } = await db().documentText.findFirstOrThrow({ where: { projectId: member.projectId } });
  expect((blocks as { kind: string }[]).map(({ kind }) => kind)).toContain('table-cell');
});

test('text copied from a page brings its headings and lists along', async ({ owner, seat }) => {
  const { page, member } = await seat(owner.who, owner.member);
  await page.goto(`/projects/${member.projectId}`);
  await page.getByRole('button', { name: 'Add documents' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await dialog.getByLabel('Or paste a text').evaluate((box) => {
    const data = new DataTransfer();
    data.setData('text/html', '<h2>Remarks</h2><ul><li>One</li><li>Two</li></ul><script>window.ran = true</script>');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await dialog.getByLabel('Or paste a text').fill('Remarks One Two');
  await expect(dialog.getByRole('switch', { name: 'Keep its headings, lists and tables' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Use this text' }).click();
  const preview = dialog.getByRole('list', { name: 'How it was read' });
  await expect(preview.getByRole('listitem')).toHaveText(['HeadingRemarks', 'List itemOne', 'List itemTwo']);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

/** A set of hostile files that is kept elsewhere, with what must come of each, where it lies beside the checkout. */
const shared = '../shared/hostile';
type Case = {
  id: string;
  file: string;
  expect: string;
  says?: string;
  keeps?: string[];
  must_not_store?: string[];
  text?: { file?: string; compare?: string };
};
const cases = existsSync(shared)
  ? (JSON.parse(readFileSync(join(shared, 'manifest.json'), 'utf8')) as { items: Case[] }).items
  : [];
/** Project files and tables are imports of another kind. */
const documents = cases.filter(({ file, expect: outcome }) => outcome !== 'see-entries' && !/\.(qdpx|csv)$/.test(file));

test('the larger set of hostile files meets what its manifest says', async ({ owner, seat }) => {
  test.skip(documents.length === 0, 'the larger set does not lie beside this checkout');
  test.setTimeout(600_000);
  const { page, member } = await seat(owner.who, owner.member);
  const shortfalls: string[] = [];
  const left = [...documents];
  const takeOver = async () => {
    for (let each = left.shift(); each; each = left.shift()) {
      const bytes = readFileSync(join(shared, each.file));
      const outcome = await send(page.request, member.projectId, { name: basename(each.file), bytes });
      const fault = outcome.read ? faultOf(each, outcome.read) : refusalFault(each, outcome);
      if (fault) shortfalls.push(`${each.file}: ${fault}`);
    }
  };
  // As many at a time as the server reads.
  await Promise.all([takeOver(), takeOver()]);
  expect(shortfalls).toEqual([]);
  expect(await db().document.count({ where: { projectId: member.projectId } })).toBe(0);
});

function refusalFault({ expect: outcome, says = '.' }: Case, { status, body }: Outcome): string | null {
  if (status !== 422) return `answered ${status}`;
  if (!outcome.startsWith('reject')) return `refused: ${body}`;
  return new RegExp(says, 'i').test(body) ? null : `names no reason: ${body}`;
}

function faultOf(
  { expect: outcome, text, keeps = [], must_not_store: hidden = [] }: Case,
  read: ReadFile,
): string | null {
  if (outcome === 'reject') return `taken: ${read.text.slice(0, 80)}`;
  const folded = (words: string) =>
    text?.compare === 'collapse-ws'
      ? words.replace(/\s+/g, ' ').trim()
      : text?.compare === 'newlines'
        ? words.replace(/\r\n?/g, '\n')
        : words;
  if (
    outcome.endsWith('exact') &&
    text?.file &&
    folded(read.text) !== folded(readFileSync(join(shared, text.file), 'utf8'))
  ) {
    return `another text: ${JSON.stringify(read.text.slice(0, 80))}`;
  }
  const lost = keeps.find((words) => !read.text.includes(words));
  const kept = hidden.find((words) => JSON.stringify(read).includes(words));
  return lost !== undefined ? `lost ${lost}` : kept !== undefined ? `kept ${kept}` : null;
}

async function send(
  request: APIRequestContext,
  projectId: Seat['member']['projectId'],
  file: { name: string; bytes: Buffer },
): Promise<Outcome> {
  const query = new URLSearchParams({ name: file.name });
  const answer = await request.post(`/api/projects/${projectId}/documents/read?${query}`, {
    headers: { 'Content-Type': 'application/octet-stream', Origin: new URL(process.env.NEXTAUTH_URL!).origin },
    data: file.bytes,
  });
  const body = await answer.text();
  return { status: answer.status(), body, read: answer.ok() ? (JSON.parse(body) as ReadFile) : null };
}
