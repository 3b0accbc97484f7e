import { expect, type Locator, type Page } from '@playwright/test';

/** The text of an open document. */
export function textOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Text of/ });
}

/** Who else is said to be in one of the documents, in the list of these. */
export function hereIn(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Documents' }).getByRole('img', { name: /^Here now/ });
}

/** Where the first and last character of a quote stand on the screen, once the quote has been scrolled into sight. */
async function placeOf(page: Page, quote: string) {
  await textOf(page).getByText(quote, { exact: false }).first().scrollIntoViewIfNeeded();
  return textOf(page).evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(words);
      if (at < 0) continue;
      const [first, last] = [document.createRange(), document.createRange()];
      first.setStart(node, at);
      first.setEnd(node, at + 1);
      last.setStart(node, at + words.length - 1);
      last.setEnd(node, at + words.length);
      const [from, to] = [first.getBoundingClientRect(), last.getBoundingClientRect()];
      return { from: { x: from.left, y: from.top + from.height / 2 }, to: { x: to.right, y: to.top + to.height / 2 } };
    }
    throw new Error(`“${words}” does not stand in the text.`);
  }, quote);
}

/** Selects words as a hand does: press before the first letter, drag behind the last, let go. */
export async function dragOver(page: Page, quote: string): Promise<void> {
  const { from, to } = await placeOf(page, quote);
  await page.mouse.move(from.x + 1, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x - 0.5, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Puts the focus on the text and its caret at the very beginning. */
export async function toTop(page: Page): Promise<void> {
  await textOf(page).focus();
  await page.waitForTimeout(60); // a text that has just got the focus puts its old selection back 20 ms later
  await page.keyboard.press('Control+Home');
}

/** Selects a whole short line with keys alone: to the top, down so many lines, from its beginning to its end. */
export async function selectLine(page: Page, line: number): Promise<void> {
  await toTop(page);
  for (let i = 0; i < line; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
}

/** The button of a coding in the lane beside the text. */
export function inLane(page: Page, name: string): Locator {
  return page.getByRole('group', { name: 'Codings beside the text' }).getByRole('button', { name });
}

/** Waits until everything the person did is stored. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('toolbar', { name: 'Document' }).getByText('Saved', { exact: true })).toBeVisible();
}
