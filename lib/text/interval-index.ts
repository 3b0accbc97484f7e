import type { Span } from './span';

/** What an index holds: something with a name of its own and a place in the text. */
export type Placed = Span & { readonly id: string };

/**
 * Finds the codings at a place in a long text without looking at all of them. The text is divided into ranges of fixed
 * width, at several widths; an item lies in the one or two ranges, of the smallest width not below its length, that it
 * meets. So adding and removing cost the same however long the text and however many the items, and asking looks only
 * at ranges that the question meets.
 *
 * Answers come in the order in which items were first added, so that two browsers that saw the same changes draw the
 * same picture. An item that replaces another with its id takes over its turn.
 */
export class IntervalIndex<Item extends Placed> {
  readonly #entries = new Map<string, Entry<Item>>();
  readonly #levels: Map<number, Map<string, Entry<Item>>>[] = widths.map(() => new Map());
  #turn = 0;

  constructor(items: Iterable<Item> = []) {
    for (const item of items) this.put(item);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): Item | undefined {
    return this.#entries.get(id)?.item;
  }

  /** Adds the item, or replaces the one that has its id. */
  put(item: Item): void {
    const turn = this.#entries.get(item.id)?.turn ?? this.#turn++;
    this.remove(item.id);
    const entry = { item, turn, level: levelOf(item) };
    this.#entries.set(item.id, entry);
    for (const range of rangesOf(item, entry.level)) this.#rangeAt(entry.level, range).set(item.id, entry);
  }

  /** Takes the item out; false when there was none. */
  remove(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry) return false;
    this.#entries.delete(id);
    const ranges = this.#levels[entry.level];
    for (const range of rangesOf(entry.item, entry.level)) {
      const items = ranges?.get(range);
      items?.delete(id);
      if (items?.size === 0) ranges?.delete(range);
    }
    return true;
  }

  /** The items that cover the code unit at the offset. */
  at(offset: number): Item[] {
    return this.within({ start: offset, end: offset + 1 });
  }

  /** The items that share at least one code unit with the span. */
  within(span: Span): Item[] {
    const found: Entry<Item>[] = [];
    for (const [level, ranges] of this.#levels.entries()) {
      if (ranges.size > 0) collect(ranges, { span, level, found });
    }
    return inTurn(found);
  }

  /** Every item, in turn. */
  all(): Item[] {
    return inTurn([...this.#entries.values()]);
  }

  #rangeAt(level: number, range: number): Map<string, Entry<Item>> {
    const ranges = this.#levels[level] ?? new Map<number, Map<string, Entry<Item>>>();
    const items = ranges.get(range) ?? new Map<string, Entry<Item>>();
    ranges.set(range, items);
    return items;
  }
}

type Entry<Item> = { item: Item; turn: number; level: number };

// From a sentence to the longest offset there is; each eight times the one before.
const widths = Array.from({ length: 9 }, (_, level) => 256 * 8 ** level);

function levelOf({ start, end }: Span): number {
  return widths.findIndex((width) => width >= end - start);
}

function rangesOf({ start, end }: Span, level: number): number[] {
  const width = widths[level] ?? 1;
  const first = Math.floor(start / width);
  const last = Math.floor((end - 1) / width);
  return first === last ? [first] : [first, last];
}

type Question<Item> = { span: Span; level: number; found: Entry<Item>[] };

/** Adds what one level knows. An item in two ranges is taken from the first of them that the question meets. */
function collect<Item extends Placed>(ranges: Map<number, Map<string, Entry<Item>>>, question: Question<Item>): void {
  const { span, level, found } = question;
  const width = widths[level] ?? 1;
  const first = Math.floor(span.start / width);
  const last = Math.floor((span.end - 1) / width);
  const met =
    last - first < ranges.size
      ? whole(first, last)
      : [...ranges.keys()].filter((range) => range >= first && range <= last);
  for (const range of met) {
    for (const entry of ranges.get(range)?.values() ?? []) {
      const { start, end } = entry.item;
      const isFirst = range === Math.max(first, Math.floor(start / width));
      if (isFirst && start < span.end && span.start < end) found.push(entry);
    }
  }
}

function whole(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function inTurn<Item>(entries: Entry<Item>[]): Item[] {
  return entries.sort((a, b) => a.turn - b.turn).map(({ item }) => item);
}
