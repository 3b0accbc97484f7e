import type { Browser } from '@playwright/test';
import type { Way } from './reader/page';
import { bundle, heapOf, launch, openPage, scriptOf } from './reader/stage';
import { adds } from './reader/timings';

/**
 * The reading surface in a real browser against the limit: the same text in plain elements that nobody can put a caret
 * in, without highlights (`plain`) and with those near the screen painted (`painted`). Medians of three runs each, in
 * turns. Milliseconds: `open` until all near the screen is painted, `margin` until there are labels beside it; `add
 * call`, one more coding until the call returns (the median of many; `first add` is the first, its code not compiled
 * yet); `+ frames`, all script of that coding, its highlight and the margin drawn in the next frame included; `painted`
 * until it is on screen. Targets: open at most 3 times plain; the call at most 1 ms whatever the length, painted within
 * two frames (33 ms); no frame over 50 ms while scrolling; under 25 MB of heap beyond the data at 500k words with 10k
 * codings. `npm run bench -- reader 100000 10000` measures one size only.
 */
const sizes = [10_000, 100_000, 500_000];
const amounts = [100, 1_000, 10_000];
const ways: Way[] = ['plain', 'painted', 'reader'];
const runs = 3;

type Figures = Awaited<ReturnType<typeof measure>>;

async function measure(browser: Browser, way: Way, [words, codings]: [number, number]) {
  const { page, session } = await openPage(browser, built);
  await page.evaluate(([w, c]) => steps.prepare(w!, c!), [words, codings]);
  const before = await heapOf(session);
  const opened = await page.evaluate((asked) => steps.open(asked), way);
  const heap = (await heapOf(session)) - before;
  const script = await scriptOf(session);
  const added = await page.evaluate(() => steps.add());
  const perAdd = ((await scriptOf(session)) - script) / adds;
  const { slow } = await page.evaluate(() => steps.scroll());
  await page.context().close();
  return {
    open: opened.open,
    margin: opened.margin,
    longest: opened.longest,
    heap,
    first: added.first,
    returned: added.returned,
    script: perAdd,
    painted: added.painted,
    slow,
  };
}

function medians(all: Figures[]): Figures {
  const middle = (key: keyof Figures) =>
    all.map((figures) => figures[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return Object.fromEntries(Object.keys(all[0]!).map((key) => [key, middle(key as keyof Figures)])) as Figures;
}

function line(way: Way, figures: Figures, limit: Figures): void {
  const { open, margin, longest, heap, first, returned, script, painted, slow } = figures;
  const cells = [open, margin, longest, first, returned, script, painted, heap]
    .map((value) => value.toFixed(1).padStart(9))
    .join('');
  console.log(`  ${way.padEnd(8)}${cells}${String(slow).padStart(8)}   ${(open / limit.open).toFixed(2)} x plain`);
}

const [onlyWords, onlyCodings] = process.argv.slice(2).map(Number);
const built = await bundle();
const browser = await launch();
for (const words of onlyWords ? [onlyWords] : sizes) {
  for (const codings of onlyCodings ? [onlyCodings] : amounts) {
    const found: Record<Way, Figures[]> = { plain: [], painted: [], reader: [] };
    for (let run = 0; run < runs; run++)
      for (const way of ways) found[way].push(await measure(browser, way, [words, codings]));
    console.log(`${words.toLocaleString('en')} words, ${codings.toLocaleString('en')} codings`);
    console.log('              open   margin  longest first add  add call  + frames  painted  heap MB  frames>50');
    for (const way of ways) line(way, medians(found[way]), medians(found.plain));
  }
}
await browser.close();
