import type { Browser } from '@playwright/test';
import { bundle, heapOf, launch, openPage } from './reader/stage';

/**
 * A text beside its translation against the same text alone, in a real browser and in one run: the other text unpacked, aligned and
 * painted, too. Medians of three runs in turns. Milliseconds: `open` until all near the screen is painted on both sides, the longest task
 * on the way; frames over 50 ms of those that scroll both in step. Target: at most twice the single text.
 * `npm run bench -- pair 100000 10000` measures one size only.
 */
const [words = 500_000, codings = 10_000] = process.argv.slice(2).map(Number);
const runs = 3;

const built = await bundle('pair');
const browser = await launch();
const found = { alone: [] as Figures[], beside: [] as Figures[] };
for (let run = 0; run < runs; run++) {
  found.alone.push(await measure(browser, false));
  found.beside.push(await measure(browser, true));
}
await browser.close();

console.log(`${words.toLocaleString('en')} words a side, ${codings.toLocaleString('en')} codings a side`);
const alone = medians(found.alone);
for (const [way, figures] of Object.entries(found)) {
  const { open, longest, slow, heap } = medians(figures);
  console.log(
    `  ${way.padEnd(7)} open ${open.toFixed(0)} ms (${(open / alone.open).toFixed(2)} x; target 2), longest task ${longest.toFixed(0)} ms (${(longest / alone.longest).toFixed(2)} x), ${slow} frames over 50 ms while scrolling, ${heap.toFixed(1)} MB`,
  );
}

type Figures = { open: number; longest: number; slow: number; heap: number };

async function measure(browser: Browser, isBeside: boolean): Promise<Figures> {
  const { page, session } = await openPage(browser, built);
  await page.evaluate(([w, c, beside]) => pairSteps.prepare(w, c, beside), [words, codings, isBeside] as const);
  const before = await heapOf(session);
  const { open, longest } = await page.evaluate(() => pairSteps.open());
  const heap = (await heapOf(session)) - before;
  const { slow } = await page.evaluate(() => pairSteps.scroll());
  await page.context().close();
  return { open, longest, slow, heap };
}

function medians(all: Figures[]): Figures {
  const middle = (key: keyof Figures) => all.map((each) => each[key]).sort((a, b) => a - b)[runs >> 1]!;
  return { open: middle('open'), longest: middle('longest'), slow: middle('slow'), heap: middle('heap') };
}
