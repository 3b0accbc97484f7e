import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { db } from '@/lib/db';
import { change, code, coding, document } from '@/prisma/builders';
import type { Membership } from '@/lib/projects/store';
import { expect, test } from './fixtures';
import { accessible } from './looking';

/**
 * Eight sentences and two codes. In the pilot Olga and Ben differ on half of what they mark, in the second round on
 * nothing. Only alpha of "Cold" is worked out by hand: in the pilot Olga marks sentences 1 and 2, Ben 1 and 3 of 8, so there
 * are 16 decisions, 4 yes; observed 2·2/16 = .25, expected 2·4·12/(16·15) = .4; alpha = 1 − .25/.4 = .375.
 */
const text = 'Ice melts. Rain falls. Snow drifts. Fog lifts. Hail stings. Wind turns. Frost bites. Sun warms.';

type Study = { owner: Membership; ben: Membership; cleo: Membership; cold: string; pilot: string };

async function study(owner: Membership, ben: Membership, cleo: Membership): Promise<Study> {
  const cold = await code(owner, { name: 'Cold' });
  const pilot = await document(owner, { title: 'Pilot text', text });
  const second = await document(owner, { title: 'Second text', text, language: 'en' });
  const put = (by: Membership, documentId: string, quote: string) =>
    coding(by, { documentId, codeId: cold, text, quote });
  for (const quote of ['Ice melts.', 'Rain falls.']) await put(owner, pilot, quote);
  for (const quote of ['Ice melts.', 'Snow drifts.']) await put(ben, pilot, quote);
  for (const by of [owner, ben, cleo]) await put(by, second, 'Hail stings.');
  for (const by of [owner, ben]) await change(by, 'finished.set', { documentId: pilot, finished: true });
  for (const by of [owner, ben, cleo]) await change(by, 'finished.set', { documentId: second, finished: true });
  for (const [title, documentId, coders] of [
    ['Pilot', pilot, [owner, ben]],
    ['Second', second, [owner, ben, cleo]],
  ] as const) {
    const id = randomUUID();
    await change(owner, 'round.open', {
      id,
      title,
      documentIds: [documentId],
      coderIds: coders.map(({ userId }) => userId),
    });
    await change(owner, 'round.close', { id, reason: '' });
  }
  return { owner, ben, cleo, cold, pilot };
}

test('an owner describes coders, splits agreement by it, follows it from round to round and takes the appendix away', async ({
  owner,
  colleague,
  seat,
}) => {
  const [ben, cleo] = [await colleague('coder', 'Ben'), await colleague('coder', 'Cleo')];
  const { cold, pilot } = await study(owner.member, ben.member, cleo.member);
  const olga = await seat(owner.who, owner.member);
  const { page } = olga;
  const at = `/projects/${owner.member.projectId}`;

  await test.step('the agreement page says how coders can be split, and the Members page lets an owner do it', async () => {
    await page.goto(`${at}/agreement`);
    await page.getByRole('region', { name: 'By group of coders' }).getByRole('link', { name: 'Members page' }).click();
    await page.getByRole('button', { name: 'Add attribute' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Languages read');
    await page.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'Any of several options' }).click();
    await page.getByRole('combobox', { name: 'Options' }).fill('Persian');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    for (const name of ['Olga Owner', 'Ben']) {
      await page.getByRole('button', { name: `Describe ${name}` }).click();
      await page.getByRole('dialog').getByRole('combobox', { name: 'Languages read' }).click();
      await page.getByRole('option', { name: 'Persian' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await expect(
        page.getByRole('listitem').filter({ hasText: name }).getByText('Languages read: Persian'),
      ).toBeVisible();
    }
    await accessible(olga.page);
  });

  await test.step('agreement is split by it, and who is not described is left out in words', async () => {
    await page.goto(`${at}/agreement`);
    const groups = page.getByRole('region', { name: 'Agreement by group of coders' });
    await expect(groups.getByRole('row', { name: /Within: Persian/ })).toContainText('Olga Owner and Ben');
    await page.getByText('By code, and how these are made').click();
    await expect(page.getByText('Cleo is left out')).toBeVisible();
  });

  await test.step('the trend shows what was worked out by hand, as a chart and as a table', async () => {
    await expect(page.getByRole('img', { name: /^Alpha by round, All codes/ })).toBeVisible();
    await page.getByRole('combobox', { name: 'Alpha of' }).selectOption('Cold');
    await expect(page.getByRole('img', { name: /Pilot: 0\.375.*Second: 1\.000/ })).toBeVisible();
    const rounds = page.getByRole('region', { name: 'Agreement by round' });
    await expect(rounds.getByRole('row', { name: /^Pilot/ })).toContainText('0.375');
    await accessible(olga.page);
  });

  await test.step('what documents say of themselves narrows what is counted, and the method says so', async () => {
    await page.getByRole('button', { name: 'Documents by attribute' }).click();
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'English (en)' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Only documents were taken that say of themselves: Language: English.')).toBeVisible();
    const documents = page.getByRole('region', { name: 'Agreement by document' });
    await expect(documents.getByRole('row', { name: /text/ })).toHaveText([/^Second text/]);
    await accessible(olga.page);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect(documents.getByRole('row', { name: /text/ })).toHaveCount(2);
  });

  await test.step('a code deleted later stays in the numbers of a round that closed before', async () => {
    await change(owner.member, 'code.delete', { id: cold });
    await page.getByRole('region', { name: 'Agreement by round' }).getByRole('link', { name: 'Pilot' }).click();
    await expect(
      page.getByRole('region', { name: 'Agreement by code' }).getByRole('row', { name: /^Cold/ }),
    ).toContainText('0.375');
    await expect(page.getByText('those of the moment when the round “Pilot” closed')).toBeVisible();
    await change(owner.member, 'code.restore', { ids: [cold] });
  });

  await test.step('the appendix has the numbers and the decisions that they were made from', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Appendix' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/agreement appendix .*\.zip$/);
    const files = unzipSync(readFileSync(await download.path()));
    const read = (name: string) => strFromU8(files[name]!);
    const [row] = parse(read('tables/codes.csv'), { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ name: 'Cold', yes: '4', decisions: '16' });
    expect(Number(row!.krippendorff_alpha)).toBeCloseTo(0.375, 12);
    const decisions = (parse(read('matrix/coders-in-rows/c01.csv')) as string[][])
      .slice(1)
      .map(([coder, ...cells]) => [coder, cells.join('')]);
    expect(decisions).toEqual([
      ['Olga Owner', '11000000'],
      ['Ben', '10100000'],
    ]);
    const { sha256 } = await db().documentText.findFirstOrThrow({ where: { documentId: pilot } });
    expect(read('tables/documents.csv')).toContain(sha256);
    expect(read('README.txt')).toContain('the round “Pilot” closed');
  });

  await test.step('as of a day before the study there is nothing, and the page says so', async () => {
    await page.goto(`${at}/agreement?at=2001-01-01`);
    await expect(page.getByRole('heading', { name: 'Nothing to compare yet' })).toBeVisible();
    await expect(page.getByLabel('As of the end of')).toHaveValue('2001-01-01');
  });
});

test('while a large study is counted the server answers others, and who leaves ends the count', async ({
  owner,
  colleague,
  seat,
}) => {
  test.slow();
  const ben = await colleague('coder', 'Ben');
  const { projectId, userId } = owner.member;
  const codes: string[] = [];
  for (let n = 0; n < 30; n++) codes.push(await code(owner.member, { name: `Code ${n}` }));
  const long = 'Ice melts in the spring. '.repeat(1_000);
  const documentIds: string[] = [];
  for (let n = 0; n < 8; n++) documentIds.push(await document(owner.member, { title: `Statement ${n}`, text: long }));
  await db().$executeRaw`
    INSERT INTO coding (project_id, id, document_id, code_id, coder_id, layer, start, "end", quote, codebook_version)
    SELECT ${projectId}::uuid, gen_random_uuid(), document_id, code_id, coder_id, 'coder', 25 * n, 25 * n + 24, 'Ice melts in the spring.', 1
    FROM unnest(${documentIds}::uuid[]) AS document_id, unnest(${codes}::uuid[]) WITH ORDINALITY AS code(code_id, at),
      unnest(${[userId, ben.member.userId]}::uuid[]) AS coder_id, generate_series(0, 999) AS n
    WHERE (n + at + ascii(coder_id::text)) % 9 = 0`;
  for (const by of [owner.member, ben.member]) {
    for (const documentId of documentIds) await change(by, 'finished.set', { documentId, finished: true });
  }
  const { page, context } = await seat(owner.who, owner.member);
  const report = `/projects/${projectId}/agreement?unit=word`;

  let [answers, counting] = [0, true];
  const shown = page.goto(report).then(() => page.getByRole('heading', { name: 'In words' }).waitFor());
  void shown.finally(() => (counting = false));
  while (counting) {
    expect((await context.request.get('/healthz')).ok()).toBe(true);
    if (counting) answers += 1;
  }
  await shown;
  // On the server's own thread the count would let through what comes before it and nothing more.
  expect(answers, 'answers to others while one study was counted').toBeGreaterThan(10);

  // Whoever leaves gives the thread back: many counts begun and left do not keep the next one waiting in line.
  for (let n = 0; n < 6; n++) {
    const leaving = new AbortController();
    const gone = fetch(new URL(report, process.env.NEXTAUTH_URL), {
      signal: leaving.signal,
      headers: { cookie: await cookies(context) },
    });
    setTimeout(() => leaving.abort(), 60);
    await gone.then((response) => response.text()).catch(() => null);
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'In words' })).toBeVisible();
});

async function cookies(context: { cookies: () => Promise<{ name: string; value: string }[]> }): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}
