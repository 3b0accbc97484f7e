import { expect, test } from './fixtures';

test('an owner’s link lets one new person in, once, and the owner sees them arrive', async ({ owner, seat, browser }) => {
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

test('signing in takes the right password, leads back to where one was going, and signing out everywhere ends it', async ({
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

  const elsewhere = await page.context().browser()!.newContext({ storageState: await page.context().storageState() });
  const other = await elsewhere.newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/projects');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
