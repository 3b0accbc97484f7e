import { likelyTargets, newAttributes, withNew, type ReadTable } from '@/components/documents/import/targets';
import { mapped, readTexts, rowDrafts } from '@/components/documents/import/row-drafts';
import { nearOnes, type Sketched } from '@/lib/documents';
import { sketchOf } from '@/lib/text';

/**
 * Looking at a table before it comes in: 5,000 posts against 5,000 of the project, some of them the same, each signed by its channel. What a page does
 * in steps: of each part the time in all, and the longest step, which is what cannot be interrupted. Target: no step over 50 ms, whatever the
 * number of rows; twice the rows, at most 2.5 times the time.
 */
const sizes = [5_000, 10_000];

const vocabulary =
  'the of and to in that our peace security partners remain committed dialogue region stability sanctions treaty мир переговоры безопасность ' +
  'government statement responsibility sovereign nations negotiation strait energy friends history people must not заявление партнёры';

const found = sizes.map(measured);
const [once, twice] = found.map((parts) => parts.reduce((sum, { all }) => sum + all, 0));
console.log(`twice the rows take ${(twice! / once!).toFixed(2)} times as long (target 2.5)`);

function measured(rows: number) {
  const table = tableOf(rows);
  const [fresh, known] = [[...sketches(table)], [...sketches(tableOf(rows, rows / 2))]];
  const texts = [...readTexts(table, 1)];
  const targets = withNew(table, likelyTargets(table.header, []), [2, 3, 4]);
  const columns = mapped(targets, [], newAttributes(table, targets, []));
  const parts = {
    types: run(() => [withNew(table, targets, [2, 3, 4])]),
    texts: run(() => readTexts(table, 1)),
    sketches: run(() => sketches(table)),
    near: run(() => nearOnes(fresh, known)),
    rows: run(() => rowDrafts(table, texts, columns)),
  };
  for (const [name, { all, longest, count }] of Object.entries(parts))
    console.log(
      `${rows.toLocaleString('en')} rows, ${name}: ${all.toFixed(0)} ms in all, longest step ${longest.toFixed(1)} ms (target 50), ${count} found`,
    );
  return Object.values(parts);
}

/** Time in all and of the longest step. */
function run(work: () => Iterable<unknown>) {
  const begun = performance.now();
  let [last, longest, count] = [begun, 0, 0];
  for (const step of work()) {
    if (step !== null) count += 1;
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { all: last - begun, longest, count };
}

function* sketches({ rows, numbers }: ReadTable): Generator<Sketched> {
  for (const [at, cells] of rows.entries()) yield { id: String(numbers[at]), sketch: sketchOf(cells[1]!) };
}

/** Posts of about 120 words, of ten channels with a footer each; the same for the same numbers. */
function tableOf(rows: number, from = 0): ReadTable {
  const words = vocabulary.split(' ');
  const made = Array.from({ length: rows }, (_, n) => {
    let state = (from + n + 1) * 48_271;
    const next = () => (state = (state * 48_271) % 2_147_483_647);
    const said = Array.from({ length: 120 }, () => words[next() % words.length]).join(' ');
    const channel = `Channel ${n % 10}`;
    const footer = `${channel} ${'subscribe to our channel and tell your friends about it '.repeat(3)}`;
    return [
      `Post ${from + n}`,
      `${said}\n\n${footer}`,
      channel,
      `2023-0${1 + (n % 9)}-1${n % 9}`,
      String(next() % 10_000),
    ];
  });
  const header = ['title', 'text', 'channel', 'date', 'views'];
  return { header, rows: made, numbers: made.map((_, at) => at + 2), encoding: 'utf-8', guessed: false };
}
