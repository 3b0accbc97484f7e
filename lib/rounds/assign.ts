import { randomFrom, shuffled, type Random } from '@/lib/chance';
import type { Dealt } from './round';

type Study = { documentIds: readonly string[]; coderIds: readonly string[] };

/**
 * Gives each document to `perDocument` coders, so that the loads of two coders differ by at most one document, and every
 * two coders share about as many documents as any other two: an agreement then rests on all pairs alike, not on the two
 * who happened to meet most. The seed decides who gets what; the order in which documents and coders are listed does not.
 *
 * Each document in turn goes to coders with the smallest load, of those to the ones who have met least so far. Coders
 * are then exchanged between documents, which changes no load, while that evens out how often pairs meet.
 */
export function assign({ documentIds, coderIds }: Study, { perDocument, seed }: Dealt): Record<string, string[]> {
  if (perDocument > coderIds.length)
    throw new RangeError(`${coderIds.length} coders are too few for ${perDocument} each.`);
  const random = randomFrom(seed);
  const documents = shuffled(documentIds.toSorted(), random);
  const coders = shuffled(coderIds.toSorted(), random);
  const deal = new Deal(coders.length);
  for (const _ of documents) deal.add(perDocument, random);
  deal.even(random);
  const given = documents.map((id, at) => [id, deal.groups[at]!.map((coder) => coders[coder]!).sort()] as const);
  return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Exchanges that are tried in a row without one that helps before an assignment is taken as even. */
const patience = 2_000;

/** An assignment in the making; coders are counted from 0. */
class Deal {
  /** The coders of each document. */
  readonly groups: number[][] = [];
  private readonly loads: number[];
  /** How many documents two coders share. */
  private readonly met: number[][];
  /** The squares of how often pairs have met, added up: the smaller, the more even. */
  private squares = 0;

  constructor(coders: number) {
    this.loads = Array.from({ length: coders }, () => 0);
    this.met = this.loads.map(() => this.loads.map(() => 0));
  }

  /** One more document. Whoever has the least to do comes first, so that no two loads ever differ by more than one. */
  add(size: number, random: Random): void {
    const group: number[] = [];
    while (group.length < size) group.push(this.next(group, random));
    for (const coder of group) this.loads[coder]! += 1;
    group.forEach((one, at) => group.slice(at + 1).forEach((other) => this.note(one, other, 1)));
    this.groups.push(group);
  }

  /** Exchanges two coders of two documents where pairs then meet more evenly, until nothing of that kind is found. */
  even(random: Random): void {
    const pick = (length: number) => Math.floor(random() * length);
    const most = patience + 40 * this.groups.length;
    const least = this.leastSquares();
    for (let [tried, idle] = [0, 0]; tried < most && idle < patience && this.squares > least; tried += 1) {
      const [one, other] = [this.groups[pick(this.groups.length)], this.groups[pick(this.groups.length)]];
      if (!one || !other) return;
      idle = this.exchange(one, other, [pick(one.length), pick(other.length)]) ? 0 : idle + 1;
    }
  }

  private next(group: readonly number[], random: Random): number {
    const free = this.loads.map((_, coder) => coder).filter((coder) => !group.includes(coder));
    const lightest = leastOf(free, (coder) => this.loads[coder]!);
    const best = leastOf(lightest, (coder) => this.strain(coder, group));
    return best[Math.floor(random() * best.length)]!;
  }

  /**
   * Lets two coders change places. How uneven meetings are is the sum of their squares, and a change of places lowers it
   * where what the two leave behind exceeds what they come to by more than twice the others whom both documents do not
   * share. A change that leaves it as it is is made as well, for it can open the way to one that helps.
   */
  private exchange(one: number[], other: number[], [a, b]: [number, number]): boolean {
    const [leaving, coming] = [one[a]!, other[b]!];
    if (one.includes(coming) || other.includes(leaving)) return false;
    const [with1, with2] = [one.toSpliced(a, 1), other.toSpliced(b, 1)];
    const behind = this.strain(leaving, with1) + this.strain(coming, with2);
    const ahead = this.strain(coming, with1) + this.strain(leaving, with2);
    const limit = 2 * with1.filter((coder) => !with2.includes(coder)).length;
    if (behind - ahead < limit) return false;
    [one[a], other[b]] = [coming, leaving];
    for (const coder of with1) this.replace(coder, leaving, coming);
    for (const coder of with2) this.replace(coder, coming, leaving);
    return behind - ahead > limit;
  }

  /** Somebody meets another in the place of whom they met. */
  private replace(coder: number, before: number, after: number): void {
    this.note(coder, before, -1);
    this.note(coder, after, 1);
  }

  private strain(coder: number, group: readonly number[]): number {
    return group.reduce((sum, each) => sum + this.met[coder]![each]!, 0);
  }

  private note(one: number, other: number, by: 1 | -1): void {
    this.squares += 2 * by * this.met[one]![other]! + 1;
    this.met[one]![other]! += by;
    this.met[other]![one]! += by;
  }

  /** The squares when no two pairs differ by more than one meeting: fewer are not possible. */
  private leastSquares(): number {
    const pairs = (this.loads.length * (this.loads.length - 1)) / 2;
    const meetings = this.groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    if (pairs === 0) return 0;
    const [each, left] = [Math.floor(meetings / pairs), meetings % pairs];
    return pairs * each ** 2 + left * (2 * each + 1);
  }
}

/** All of whom the measure is smallest. */
function leastOf(coders: readonly number[], measure: (coder: number) => number): number[] {
  const measured = coders.map(measure);
  const least = measured.reduce((smallest, each) => Math.min(smallest, each), Infinity);
  return coders.filter((_, at) => measured[at] === least);
}
