import type { APIRequestContext } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { db } from '@/lib/db';
import type { ReadFile, TableOfDocuments } from '@/lib/documents/readers';
import { hostileFiles } from '@/lib/documents/readers/testing/hostile';
import { samplesOf } from '@/lib/documents/readers/testing/samples';
import { expect, test } from './fixtures';

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
  cells?: string[];
  must_not_store?: string[];
  text?: { file?: string; compare?: string };
};
const listed = existsSync(shared)
  ? (JSON.parse(readFileSync(join(shared, 'manifest.json'), 'utf8')) as { items: Case[] }).items
  : [];
/** What is no file but a list of strings, such as names that files are sent under. */
const cases = listed.filter(({ expect: outcome }) => outcome !== 'see-entries');

test('the larger set of hostile files meets what its manifest says: documents, tables and projects, each by its own way in', async ({
  owner,
  seat,
}) => {
  test.skip(cases.length === 0, 'the larger set does not lie beside this checkout');
  test.setTimeout(600_000);
  const { page, member } = await seat(owner.who, owner.member);
  const shortfalls: string[] = [];
  const left = [...cases];
  const takeOver = async () => {
    for (let each = left.shift(); each; each = left.shift()) {
      const file = { name: basename(each.file), bytes: readFileSync(join(shared, each.file)) };
      const fault = await sentAs(each.file, page.request, { projectId: member.projectId, file }).then((outcome) =>
        outcome.status === 200 ? faultOf(each, outcome) : refusalFault(each, outcome),
      );
      if (fault) shortfalls.push(`${each.file}: ${fault}`);
    }
  };
  // As many at a time as the server reads.
  await Promise.all([takeOver(), takeOver()]);
  expect(shortfalls).toEqual([]);
  for (const value of namesOfFiles()) {
    const bytes = readFileSync(join(shared, 'files/control/plain.docx'));
    const { status, body } = await send(page.request, member.projectId, { name: value, bytes });
    expect([200, 422], `${JSON.stringify(value)}: ${body}`).toContain(status);
  }
  expect((await page.request.get('/healthz')).ok()).toBe(true);
  expect(await db().document.count({ where: { projectId: member.projectId } })).toBe(0);
});

function namesOfFiles(): string[] {
  const { entries } = JSON.parse(readFileSync(join(shared, 'files/strings/filenames.json'), 'utf8')) as {
    entries: { value: string }[];
  };
  return entries.map(({ value }) => value);
}

type Sent = { projectId: string; file: { name: string; bytes: Buffer } };

/** What the way in that is for a file of this kind says of it, and the words that it found there. */
async function sentAs(path: string, request: APIRequestContext, { projectId, file }: Sent) {
  if (path.endsWith('.csv')) {
    const outcome = await sendTo('documents/table', request, { projectId, file });
    const { rows } = outcome.status === 200 ? (JSON.parse(outcome.body) as TableOfDocuments) : { rows: [] };
    return { ...outcome, cells: rows.flat(), text: rows.flat().join('\n') };
  }
  if (path.endsWith('.qdpx')) {
    const answer = await request.post(`/api/projects/${projectId}/import/read`, {
      headers: { Origin: new URL(process.env.NEXTAUTH_URL!).origin },
      multipart: { file: { name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes } },
      timeout: 140_000,
    });
    // A look at a project tells what there is, not its texts: those are compared where it is read (samples.test.ts).
    return { status: answer.status(), body: await answer.text(), cells: [], text: null };
  }
  const { read, ...outcome } = await send(request, projectId, file);
  return { ...outcome, cells: [], text: read?.text ?? '' };
}

type Said = { status: number; body: string; cells: string[]; text: string | null };

function refusalFault({ expect: outcome, says = '.' }: Case, { status, body }: Said): string | null {
  if (status !== 422) return `answered ${status}`;
  if (!outcome.startsWith('reject')) return `refused: ${body}`;
  return new RegExp(says, 'i').test(body) ? null : `names no reason: ${body}`;
}

function faultOf(
  { expect: outcome, text: wanted, keeps = [], cells = [], must_not_store: hidden = [] }: Case,
  said: Said,
): string | null {
  const { text, body } = said;
  if (outcome === 'reject') return `taken: ${(text ?? body).slice(0, 80)}`;
  const kept = hidden.find((words) => body.includes(words));
  if (kept !== undefined) return `kept ${kept}`;
  if (text === null) return null;
  const folded = (words: string) =>
    wanted?.compare === 'collapse-ws'
      ? words.replace(/\s+/g, ' ').trim()
      : wanted?.compare === 'newlines'
        ? words.replace(/\r\n?/g, '\n')
        : words;
  const isOther =
    outcome.endsWith('exact') &&
    wanted?.file &&
    folded(text) !== folded(readFileSync(join(shared, wanted.file), 'utf8'));
  if (isOther) return `another text: ${JSON.stringify(text.slice(0, 80))}`;
  const lost = keeps.find((words) => !text.includes(words)) ?? cells.find((cell) => !said.cells.includes(cell));
  return lost === undefined ? null : `lost ${lost}`;
}

async function send(request: APIRequestContext, projectId: string, file: Sent['file']): Promise<Outcome> {
  const outcome = await sendTo('documents/read', request, { projectId, file });
  return { ...outcome, read: outcome.status === 200 ? (JSON.parse(outcome.body) as ReadFile) : null };
}

async function sendTo(route: string, request: APIRequestContext, { projectId, file: { name, bytes } }: Sent) {
  const query = new URLSearchParams({ name });
  const answer = await request.post(`/api/projects/${projectId}/${route}?${query}`, {
    headers: { 'Content-Type': 'application/octet-stream', Origin: new URL(process.env.NEXTAUTH_URL!).origin },
    data: bytes,
  });
  return { status: answer.status(), body: await answer.text() };
}
