/** Most that goes together: one statement must not grow without bounds, nor hold the project for long. */
const most = 64;

type Ways<Item, Answer> = {
  /** What waits for what: one at a time of each key is under way in this process. */
  key: (item: Item) => string;
  alone: (item: Item) => Promise<Answer>;
  /** All of them or nothing, answered in their order; null where it did nothing because they do not all go together. */
  all: (items: readonly Item[]) => Promise<Answer[] | null>;
};

type Waiting<Item, Answer> = { item: Item; done: (answer: Answer) => void; fail: (reason: unknown) => void };

/**
 * Lets what comes while something is under way wait for it, and then go together: what would stand in line for the same
 * lock costs the work of one. Whoever comes alone goes at once. In the order in which they came; each gets its own answer.
 */
export function together<Item, Answer>(ways: Ways<Item, Answer>): (item: Item) => Promise<Answer> {
  const lines = new Map<string, Waiting<Item, Answer>[]>();

  async function serve(key: string, line: Waiting<Item, Answer>[]): Promise<void> {
    await turn();
    while (line.length > 0) await answer(ways, line.splice(0, most));
    lines.delete(key);
  }

  return (item) =>
    new Promise((done, fail) => {
      const key = ways.key(item);
      const line = lines.get(key) ?? [];
      line.push({ item, done, fail });
      if (lines.has(key)) return;
      lines.set(key, line);
      void serve(key, line);
    });
}

/** Until all that has reached this process already has been looked at. */
function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** Never throws: whatever goes wrong is told to whom it concerns. */
async function answer<Item, Answer>(ways: Ways<Item, Answer>, group: Waiting<Item, Answer>[]): Promise<void> {
  if (group.length === 1) return answerAlone(ways, group[0]!);
  try {
    const answers = await ways.all(group.map(({ item }) => item));
    if (answers) return group.forEach(({ done }, at) => done(answers[at]!));
  } catch (error) {
    return group.forEach(({ fail }) => fail(error));
  }
  for (const each of group) await answerAlone(ways, each);
}

async function answerAlone<Item, Answer>(ways: Ways<Item, Answer>, { item, done, fail }: Waiting<Item, Answer>) {
  await ways.alone(item).then(done, fail);
}
