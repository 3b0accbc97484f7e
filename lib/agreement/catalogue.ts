/** Sets of codes met so far, numbered in order of appearance; number 0 is the empty set. One serves a whole report. */
export class Catalogue {
  readonly sets: string[][] = [[]];
  readonly keys: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly codes = new Map<string, number>();

  /** The number of a set of codes. */
  number(set: ReadonlySet<string>): number {
    if (set.size === 0) return 0;
    const key = this.keyOf(set);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.sets.length);
    this.keys.push(key);
    return this.sets.push([...set]) - 1;
  }

  private keyOf(set: ReadonlySet<string>): string {
    const codes = [...set].map((code) => this.codeNumber(code));
    return codes.length === 1 ? String(codes[0]) : codes.sort((one, other) => one - other).join();
  }

  private codeNumber(code: string): number {
    const known = this.codes.get(code);
    if (known !== undefined) return known;
    this.codes.set(code, this.codes.size);
    return this.codes.size - 1;
  }
}
