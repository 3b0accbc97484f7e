import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { together } from './together';

type Item = { key: string; n: number };

/** Two, so that whatever a first one set going has begun. */
async function nextTurn(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A write that is under way until it is let go, and what was asked of it. */
function line({ refusing = () => false }: { refusing?: (item: Item) => boolean } = {}) {
  const asked: number[][] = [];
  const open: (() => void)[] = [];
  let underWay = 0;
  const step = async (items: readonly Item[]) => {
    asked.push(items.map(({ n }) => n));
    underWay += 1;
    await new Promise<void>((resolve) => open.push(resolve));
    underWay -= 1;
  };
  const ask = together<Item, string>({
    key: ({ key }) => key,
    alone: async (item) => {
      await step([item]);
      if (refusing(item)) throw new Error(`no to ${item.n}`);
      return `yes to ${item.n}`;
    },
    all: async (items) => {
      await step(items);
      return items.some(refusing) ? null : items.map(({ n }) => `yes to ${n}`);
    },
  });
  const letGo = async () => {
    for (const go of open.splice(0)) go();
    await nextTurn();
  };
  return { ask, asked, letGo, underWay: () => underWay };
}

describe('those who stand in line', () => {
  it('go at once where nobody is before them, and together where somebody is', async () => {
    const { ask, asked, letGo } = line();
    const answers = [ask({ key: 'a', n: 0 })];
    await nextTurn();
    answers.push(ask({ key: 'a', n: 1 }), ask({ key: 'a', n: 2 }));
    await nextTurn();
    expect(asked).toEqual([[0]]);
    await letGo();
    expect(asked).toEqual([[0], [1, 2]]);
    await letGo();
    expect(await Promise.all(answers)).toEqual(['yes to 0', 'yes to 1', 'yes to 2']);
  });

  it('go together where they come in one turn of the event loop', async () => {
    const { ask, asked } = line();
    for (const n of [0, 1, 2]) void ask({ key: 'a', n });
    await nextTurn();
    expect(asked).toEqual([[0, 1, 2]]);
  });

  it('of one project do not wait for those of another', async () => {
    const { ask, asked } = line();
    for (const [n, key] of ['a', 'b'].entries()) void ask({ key, n });
    await nextTurn();
    expect(asked).toEqual([[0], [1]]);
  });

  it('all get the fault where the whole group fails, and the next ones go on', async () => {
    let failing = true;
    const ask = together<number, number>({
      key: () => '',
      alone: async (n) => n,
      all: async (all) => {
        if (failing) throw new Error('the database is out of reach');
        return [...all];
      },
    });
    const some = await Promise.allSettled([ask(0), ask(1), ask(2)]);
    expect(some.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    failing = false;
    expect(await Promise.all([ask(3), ask(4), ask(5)])).toEqual([3, 4, 5]);
  });

  it('get each their own answer, in order, never two at once of one key, however they come and whoever is refused', async () => {
    const arrivals = fc.array(
      fc.record({ key: fc.constantFrom('a', 'b'), refused: fc.boolean(), pause: fc.boolean() }),
      {
        maxLength: 200,
      },
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async (arriving) => {
        const { ask, asked, letGo, underWay } = line({ refusing: ({ n }) => arriving[n]!.refused });
        const answers: Promise<string>[] = [];
        for (const [n, { key, pause }] of arriving.entries()) {
          answers.push(ask({ key, n }));
          answers.at(-1)!.catch(() => {});
          expect(underWay()).toBeLessThanOrEqual(2);
          if (pause) await letGo();
        }
        await nextTurn();
        while (underWay() > 0) await letGo();
        const settled = await Promise.allSettled(answers);
        expect(
          settled.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as Error).message)),
        ).toEqual(arriving.map(({ refused }, n) => `${refused ? 'no' : 'yes'} to ${n}`));
        expect(Math.max(0, ...asked.map((group) => group.length))).toBeLessThanOrEqual(64);
        for (const key of ['a', 'b']) {
          const alone = asked
            .filter((group) => group.length === 1)
            .flat()
            .filter((n) => arriving[n]!.key === key);
          expect(alone).toEqual(alone.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 40 },
    );
  });
});
