import type { Page } from '@playwright/test';
import { document, type Person } from '@/prisma/builders';
import { expect, test } from './fixtures';
import { lookedAt } from './looking';

test('an owner’s link lets one new person in, once, and the owner sees them arrive', async ({
  owner,
  seat,
  browser,
}) => {
  const { page } = await seat(owner.who, owner.member);
  await page.goto(`/projects/${owner.member.projectId}/members`);
  await page.getByLabel('For whom').fill('Dana of the second team');
  await page.getByRole('button', { name: 'Make an invitation link' }).click();
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  expect(new URL(link).hash.length).toBeGreaterThan(60);
  await expect(page.getByText('Dana of the second team')).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expect(guest.getByText('Statements on the war')).toBeVisible();
  await guest.getByRole('textbox', { name: 'Your name' }).fill('Dana Newcomer');
  await guest.getByRole('textbox', { name: 'E-mail address' }).fill(`dana-${Date.now()}@example.org`);
  await guest.getByRole('textbox', { name: 'Password' }).fill('a long enough password');
  await guest.getByRole('button', { name: /join/i }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Documents' })).toBeVisible();

  await expect(page.getByRole('listitem').filter({ hasText: 'Dana Newcomer' })).toBeVisible();
  await expect(page.getByText('Dana of the second team')).toHaveCount(0);

  const late = await (await browser.newContext()).newPage();
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible();
});

test('signing in takes the right password and leads back to where one was going; a token lets a script in until it is revoked; one session or all of them can be ended', async ({
  owner,
  browser,
}) => {
  const { who, member } = owner;
  const page = await (await browser.newContext()).newPage();
  await page.goto(`/projects/${member.projectId}/codebook`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(who.email);
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'no account with this' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**/projects/${member.projectId}**`);

  const phone = await (
    await browser.newContext({ userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' })
  ).newPage();
  await signIn(phone, who);
  const documentId = await document(member, { text: 'They called for restraint.' });
  await phone.goto(`/projects/${member.projectId}/documents/${documentId}`);
  await expect(phone.getByText('Saved')).toBeVisible();
  await page.goto('/account');
  const sessions = page.getByRole('listitem').filter({ hasText: 'last seen' });
  await expect(sessions.filter({ hasText: 'this browser' })).toHaveCount(1);
  await page.getByRole('button', { name: 'End the session of Firefox on Android' }).click();
  await expect(sessions).toHaveCount(1);
  await expect(phone.getByText('Signed out').first()).toBeVisible();
  await phone.goto('/projects');
  await expect(phone.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.getByRole('textbox', { name: 'What it is for' }).fill('weekly tables in R');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByRole('textbox', { name: 'Token' }).inputValue();
  expect(token).toMatch(/^concord_.{43}$/);
  const tokens = page.getByRole('list', { name: 'Your tokens' }).getByRole('listitem');
  await expect(tokens).toHaveText(/weekly tables in R.*reads Statements on the war.*not used yet/);
  await lookedAt(page, 'account-token');
  const script = () =>
    fetch(`${process.env.NEXTAUTH_URL!}/api/v1/projects/${member.projectId}/exports/documents.csv`, {
      headers: { authorization: `Bearer ${token}` },
    });
  const file = await script();
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(await file.text()).toContain(documentId);
  await page.reload();
  await expect(tokens).toHaveText(/last used/);
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke the token weekly tables in R' }).click();
  await expect(tokens).toHaveCount(0);
  expect((await script()).status).toBe(401);

  const elsewhere = await page
    .context()
    .browser()!
    .newContext({ storageState: await page.context().storageState() });
  const other = await elsewhere.newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/projects');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('an owner draws a round, deals it, reminds a coder of it, and helps one who forgot their password once it is closed', async ({
  owner,
  colleague,
  seat,
  browser,
}) => {
  const people = [
    await colleague('coder', 'Ana Amir'),
    await colleague('coder', 'Ben Bit'),
    await colleague('coder', 'Cem Can'),
  ];
  const { projectId } = owner.member;
  for (let n = 1; n <= 6; n++)
    await document(owner.member, { title: `Statement ${n}`, text: 'They called for restraint.' });
  const { page } = await seat(owner.who, owner.member);
  const ben = (await seat(people[1]!.who, people[1]!.member)).page;
  await ben.goto(`/projects/${projectId}`);

  await page.goto(`/projects/${projectId}/rounds/new`);
  await page.getByText('Draw a sample').click();
  await page.getByRole('textbox', { name: 'How many' }).fill('3');
  await expect(page.getByRole('list', { name: 'Documents drawn' }).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('radio', { name: /goes to some of the coders/ }).check();
  await expect(page.getByText('Documents for each: Ana Amir 2, Ben Bit 2, Cem Can 2.')).toBeVisible();
  await lookedAt(page, 'round-drawn');
  await page.getByRole('button', { name: 'Open and seal' }).click();
  await expect(
    page.getByText('3 of 6 documents that had been in no round before were drawn at random (seed 1).'),
  ).toBeVisible();
  await expect(page.getByText('Each document was given to 2 of 3 coders, in equal shares (seed 1).')).toBeVisible();
  await page.getByRole('button', { name: 'Remind Ben Bit' }).click();
  const reminder = ben.getByRole('complementary', { name: 'Reminder' });
  await expect(reminder).toContainText('you have 2 documents left');
  await lookedAt(ben, 'reminded');
  await lookedAt(page, 'round-open');
  await page.getByRole('button', { name: 'Remind Ben Bit' }).click();
  await expect(page.getByText('less than an hour ago')).toBeVisible();

  await page.goto(`/projects/${projectId}/members`);
  await page.getByRole('button', { name: 'A link to a new password for Ben Bit' }).click();
  await expect(page.getByText('so that nobody can look under the seal with it')).toBeVisible();
  await page.goto(`/projects/${projectId}/rounds`);
  await page.getByRole('button', { name: 'Close…' }).click();
  await expect(page.getByRole('button', { name: 'Close and reveal' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Ben is ill.');
  await page.getByRole('button', { name: 'Close and reveal' }).click();
  await expect(page.getByText('Closed with the words: Ben is ill.')).toBeVisible();
  await expect(reminder).toHaveCount(0);

  await page.goto(`/projects/${projectId}/members`);
  await page.getByRole('button', { name: 'A link to a new password for Ben Bit' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Password link' }).inputValue();
  const again = await (await browser.newContext()).newPage();
  await again.goto(link);
  await expect(again.getByText(people[1]!.who.email)).toBeVisible();
  await lookedAt(again, 'password');
  await again.getByRole('textbox', { name: 'New password' }).fill('another long password');
  await again.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(again.getByRole('heading', { name: 'Projects' })).toBeVisible();
  await ben.goto('/projects');
  await expect(ben.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/projects**');
}
