import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Membership } from '@/lib/projects/store';
import { change, code, coding, document } from '@/prisma/builders';
import { expect, test, type Seat } from './fixtures';
import { accessible } from './looking';
import { inLane, saved, selectLine, textOf } from './reading';

/**
 * Three documents of ten sentences in all. On "Stability" Ann and Cem say yes to the first, all three to the second, Ann
 * alone to the eighth; on "Blame" Ben alone says yes to the first, Ann alone to the fifth, Cem alone to the eighth. By hand:
 *
 * - Stability: 30 decisions, 6 yes; 1 − 29·(2 + 2)/(2·6·24) = .597. Blame: 3 yes; 1 − 29·6/(2·3·27) = −.074
 * - the first sentence costs (29·2/288 + 29·2/162)/2 = .280 of their mean, and so does the eighth; the fifth costs .179
 */
const texts = {
  '1 Speech': ['We want a stable region.', 'Calm must return to the Gulf.', 'The room was full.', 'Thank you.'],
  '2 Briefing': ['Others lit this fire.', 'The minister flew home.', 'Questions came in writing.'],
  '3 Column': ['Their sanctions broke the calm we built.', 'The harvest was late.', 'So it goes.'],
};
type Title = keyof typeof texts;

test('a team codes blind, then settles it: nobody peeks, differences are settled one by one, and the consensus is taken away', async ({
  owner,
  colleague,
  seat,
}) => {
  test.setTimeout(120_000);
  const [ann, ben, cem] = [
    await colleague('coder', 'Ann Analyst'),
    await colleague('coder', 'Ben Coder'),
    await colleague('coder', 'Cem Leser'),
  ];
  const ada = await colleague('adjudicator', 'Ada Adjudicator');
  const { projectId } = owner.member;
  const at = `/projects/${projectId}`;
  const codes = {
    Stability: await code(owner.member, { name: 'Stability', shortcut: 's' }),
    Blame: await code(owner.member, { name: 'Blame', color: '#c92a2a' }),
  };
  const documents = {} as Record<Title, string>;
  for (const [title, lines] of Object.entries(texts))
    documents[title as Title] = await document(owner.member, { title, text: lines.join('\n') });
  const put = (by: Membership, [title, line]: [Title, number], [name, memo = '']: [keyof typeof codes, string?]) =>
    coding(by, {
      documentId: documents[title],
      codeId: codes[name],
      text: texts[title].join('\n'),
      quote: texts[title][line]!,
      memo,
    });
  const olga = await seat(owner.who, owner.member);

  await test.step('the owner opens a round over all documents for three coders', async () => {
    await olga.page.goto(`${at}/rounds`);
    await olga.page.getByRole('link', { name: 'Open a round' }).first().click();
    await olga.page.getByRole('button', { name: /^Choose all/ }).click();
    for (const [name, wanted] of [
      ['Ann Analyst', true],
      ['Ben Coder', true],
      ['Cem Leser', true],
      ['Ada Adjudicator', false],
      ['Olga Owner', false],
    ] as const) {
      await olga.page.getByRole('checkbox', { name }).setChecked(wanted);
    }
    await olga.page.getByRole('button', { name: 'Open and seal' }).click();
    await expect(olga.page.getByText('Open, sealed')).toBeVisible();
  });

  const annSeat = await seat(ann.who, ann.member);
  await test.step('three coders code, each alone', async () => {
    await annSeat.page.goto(`${at}/documents/${documents['1 Speech']}`);
    await expect(textOf(annSeat.page)).toBeVisible();
    await selectLine(annSeat.page, 0);
    await annSeat.page.keyboard.press('s');
    await expect(inLane(annSeat.page, `Stability by Ann Analyst: “${texts['1 Speech'][0]}”`)).toBeVisible();
    await saved(annSeat.page);
    await put(cem.member, ['1 Speech', 0], ['Stability', 'Order as a good.']);
    await put(ben.member, ['1 Speech', 0], ['Blame', 'xyzzy: who made it unstable?']);
    for (const { member } of [ann, ben, cem]) await put(member, ['1 Speech', 1], ['Stability']);
    await put(ann.member, ['2 Briefing', 0], ['Blame', 'xyzzy']);
    await put(ann.member, ['3 Column', 0], ['Stability', 'xyzzy']);
    await put(cem.member, ['3 Column', 0], ['Blame']);
    for (const { member } of [ann, ben, cem])
      for (const documentId of Object.values(documents))
        await change(member, 'finished.set', { documentId, finished: true });
  });

  const cemSeat = await seat(cem.who, cem.member);
  await test.step('one tries to peek, by address and by the API, and finds nothing', async () => {
    const round = (await (await cemSeat.page.request.get(`${at}/rounds`)).text()).match(/round-([0-9a-f-]{36})/)![1]!;
    const addresses = [
      ...Object.values(documents).map((id) => `${at}/documents/${id}`),
      ...[
        `${at}/rounds/${round}/adjudication?names=shown`,
        `${at}/agreement?round=${round}`,
        `${at}/agreement/differences`,
        `${at}/mentions`,
      ],
      ...['coded-passages.csv', 'archive.zip', 'units-sentence.csv'].map((file) => `/api${at}/export/${file}`),
      `/api${at}/changes`,
    ];
    for (const address of addresses)
      expect(await (await cemSeat.page.request.get(address)).text(), address).not.toContain('xyzzy');
    await cemSeat.page.goto(`${at}/rounds/${round}/adjudication`);
    await expect(cemSeat.page.getByRole('heading', { name: 'This round is still open' })).toBeVisible();
  });

  await test.step('the round closes, and agreement appears', async () => {
    await olga.page.getByRole('button', { name: 'Close…' }).click();
    await olga.page.getByRole('textbox', { name: /^Reason/ }).fill('All have finished.');
    await olga.page.getByRole('button', { name: 'Close and reveal' }).click();
    await olga.page.getByRole('link', { name: 'Agreement', exact: true }).last().click();
    await expect(olga.page.getByRole('row', { name: /Stability/ }).first()).toContainText('0.597');
    await expect(olga.page.getByRole('row', { name: /Blame/ }).first()).toContainText('−0.074');
  });

  const adaSeat = await seat(ada.who, ada.member);
  const { page } = adaSeat;
  const lane = (words: string) => page.getByRole('region', { name: /^Coder [ABC]$/ }).filter({ hasText: words });
  await test.step('the adjudicator sees the differences, the costliest first, and letters for names', async () => {
    await page.goto(`${at}/rounds`);
    await page.getByRole('link', { name: 'Settle differences' }).click();
    await expect(page.getByText('0 of 3 differences settled')).toBeVisible();
    const queue = page.getByRole('navigation', { name: 'Differences' }).getByRole('listitem');
    await expect(queue).toContainText([/1 Speech.*−0\.280/, /3 Column.*−0\.280/, /2 Briefing.*−0\.179/]);
    await expect(page.getByRole('region', { name: /^Coder [ABC]$/ })).toHaveCount(3);
    await expect(lane('Blame')).toContainText('who made it unstable?');
    await accessible(page);
  });

  await olga.page.goto(page.url());
  await test.step('accepting one coder settles the first; another adjudicator sees it at once, and it can be undone', async () => {
    await page.getByRole('textbox', { name: 'Reason' }).fill('“Stable” is the point.');
    await lane('Order as a good.')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(page.getByRole('heading', { name: 'Settled' })).toBeVisible();
    await expect(olga.page.getByText('1 of 3 differences settled')).toBeVisible();
    await expect(olga.page.getByRole('region', { name: 'Decision' })).toContainText('By Ada Adjudicator');
    await page.keyboard.press('Control+z');
    await expect(olga.page.getByText('0 of 3 differences settled')).toBeVisible();
    await lane('Order as a good.')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(olga.page.getByText('1 of 3 differences settled')).toBeVisible();
  });

  await test.step('J goes on; another coding than anybody’s is written for the second', async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { name: 'Difference 2 of 3' })).toBeVisible();
    await page.getByRole('button', { name: 'Write another coding…' }).click();
    const words = page.getByRole('textbox', { name: 'Select the words' });
    await words.press('x');
    await words.press('Control+Home');
    for (let i = 0; i < 'Their sanctions'.length; i++) await words.press('Shift+ArrowRight');
    await page.getByRole('combobox', { name: 'Code' }).click();
    await page.getByRole('option', { name: 'Blame' }).click();
    await page.getByRole('button', { name: 'Add to the decision' }).click();
    await page.getByRole('button', { name: 'Settle with this coding' }).click();
    await expect(page.getByText('2 of 3 differences settled')).toBeVisible();
  });

  await test.step('a colleague is asked about the third, hears of it, and answers', async () => {
    await page.keyboard.press('j');
    await page.getByRole('textbox', { name: 'Your comment' }).fill('@Ann');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('who is blamed here?');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await annSeat.page.getByRole('link', { name: 'Mentions of you: 1 new one' }).click();
    await expect(annSeat.page.getByRole('heading', { name: 'Mentions' })).toBeVisible();
    await annSeat.page.getByRole('link', { name: '2 Briefing' }).click();
    await expect(annSeat.page.getByRole('heading', { name: 'Difference 3 of 3' })).toBeVisible();
    await annSeat.page.getByRole('textbox', { name: 'Your comment' }).fill('Nobody by name. Fair enough.');
    await annSeat.page.keyboard.press('Control+Enter');
    await expect(page.getByText('Nobody by name. Fair enough.')).toBeVisible();
    await expect(annSeat.page.getByRole('button', { name: /^Settle/ })).toHaveCount(0);
    await expect(annSeat.page.getByRole('link', { name: 'Mentions of you', exact: true })).toBeVisible();
  });

  await test.step('no code belongs there: a counter-example for the codebook; and what all agree on is taken', async () => {
    await page.getByRole('textbox', { name: 'Reason' }).fill('Nobody is named.');
    await page.getByRole('button', { name: 'Settle as no coding' }).click();
    await expect(page.getByText('Counted by sentence on 3 of 3 documents')).toBeVisible();
    await page.getByRole('button', { name: 'Add to “Blame” as a counter-example' }).click();
    await expect(page.getByText('counter-example of “Blame”')).toBeVisible();
    await page.getByRole('button', { name: 'Take it into the consensus' }).click();
    await expect(page.getByText(/not in the consensus yet/)).toHaveCount(0);
    await page.goto(`${at}/codebook`);
    await page.getByRole('treeitem', { name: /^Blame/ }).click();
    await expect(page.getByRole('textbox').filter({ hasText: texts['2 Briefing'][0]! })).toHaveValue(
      texts['2 Briefing'][0]!,
    );
  });

  await test.step('all of it is there after a reload, with each coder against the consensus', async () => {
    await page.goto(`${at}/rounds`);
    await page.getByRole('link', { name: 'Settle differences' }).click();
    await page.getByRole('link', { name: 'Show names' }).click();
    await expect(page.getByText('3 of 3 differences settled')).toBeVisible();
    const row = (name: string) =>
      page.getByRole('region', { name: 'Each coder against the consensus' }).getByRole('row', { name });
    await expect(row('Cem Leser').getByRole('cell')).toHaveText(['3', '10', '1.000', '100.0%', '0.667']);
    await expect(row('Ben Coder').getByRole('cell').nth(3)).toHaveText('80.0%');
  });

  await test.step('the consensus is a layer beside the text, and its own rows in the CSV', async () => {
    await page.goto(`${at}/documents/${documents['1 Speech']}`);
    await expect(inLane(page, 'Stability by consensus: “We want a stable region.”')).toBeVisible();
    await page.goto(`${at}/export`);
    await page.getByRole('combobox', { name: 'Layers' }).click();
    await page.getByRole('option', { name: 'Consensus' }).click();
    await page.keyboard.press('Escape');
    const rows = await csvOf(adaSeat);
    expect(
      rows.map(({ document: title, code: name, quote, layer, memo }) => [title, name, quote, layer, memo]),
    ).toEqual([
      ['1 Speech', 'Stability', 'We want a stable region.', 'consensus', '“Stable” is the point.'],
      ['1 Speech', 'Stability', 'Calm must return to the Gulf.', 'consensus', ''],
      ['3 Column', 'Blame', 'Their sanctions', 'consensus', ''],
    ]);
  });
});

async function csvOf({ page }: Seat): Promise<Record<string, string>[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download coded passages as CSV', exact: true }).click();
  return parse(readFileSync(await (await download).path(), 'utf8'), {
    columns: true,
    record_delimiter: '\r\n',
  }) as Record<string, string>[];
}
